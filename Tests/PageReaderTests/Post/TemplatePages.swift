import Testing

/// Pages as the templates of well-known programs lay them out, with words of our own.
struct TemplatePage: Sendable, CustomTestStringConvertible {
    var name: String
    var markup: String
    var title = "Rain on the moor"
    var author: String?
    var date: String?

    var testDescription: String { name }

    static let firstWords = "Rain fell all night on the moor"
    static let lastWords = "until the end of the road."

    /// Three paragraphs of a post.
    static let words = """
        <p>Rain fell all night on the moor, and in the morning the path to the mill had become a brook that nobody could cross with dry feet.</p>
        <p>We waited at the gate for an hour. The miller's dog waited with us, wet and patient, and looked at the water as if it were a guest.</p>
        <p>At noon the sun came through. We took the long way round and walked until the end of the road.</p>
        """
    static let comment =
        "<p>What a fine walk that must have been, I know the mill from my own childhood and have often waited there.</p>"

    static let all: [TemplatePage] = [
        TemplatePage(
            name: "WordPress, Kubrick",
            markup: """
                <html lang=en><head><title>Moor Notes &raquo; Blog Archive &raquo; Rain on the moor</title></head><body><div id="page">
                <div id="header"><div id="headerimg"><h1><a href="http://moor.example/">Moor Notes</a></h1><div class="description">Walks</div></div></div>
                <div id="content" class="widecolumn"><div class="navigation"><div class="alignleft">&laquo; <a href="/a">An older walk</a></div></div>
                <div class="post" id="post-7"><h2>Rain on the moor</h2><div class="entry">\(words)
                <p class="postmetadata alt"><small>This entry was posted on Sunday, March 1st, 2009 at 9:12 pm and is filed under <a href="/c"
                rel="category tag">Walks</a>. You can follow any responses to this entry through the <a href="/f">RSS 2.0</a> feed.</small></p></div></div>
                <h3 id="comments">One Response to &#8220;Rain on the moor&#8221;</h3><ol class="commentlist"><li class="alt" id="comment-3"><cite>Bo</cite>
                Says: <small class="commentmetadata"><a href="#comment-3">March 2nd, 2009 at 8:01 am</a></small>\(comment)</li></ol>
                <h3 id="respond">Leave a Reply</h3><form><p>Name</p></form></div></div></body>
                """,
            date: "2009-03-01T21:12"),
        TemplatePage(
            name: "WordPress, Twenty Eleven in German",
            markup: """
                <html lang="de-DE"><head><title>Rain on the moor | Moornotizen</title></head><body class="single single-post">
                <div id="page" class="hfeed"><header id="branding"><h1 id="site-title"><span><a href="http://moor.example/" rel="home">Moornotizen</a></span></h1>
                <nav id="access"><h3 class="assistive-text">Hauptmenü</h3><ul><li><a href="/">Startseite</a></li></ul></nav></header>
                <div id="main"><div id="primary"><div id="content"><nav id="nav-single"><h3 class="assistive-text">Artikelnavigation</h3>
                <span class="nav-previous"><a rel="prev">Davor</a></span></nav><article id="post-7" class="post-7 post type-post hentry category-share tag-related">
                <header class="entry-header"><h1 class="entry-title">Rain on the moor</h1><div class="entry-meta"><span class="sep">Veröffentlicht am </span>
                <a href="/7" title="21:12" rel="bookmark"><time class="entry-date" datetime="2012-03-01T21:12:05+00:00" pubdate>1. März 2012</time></a>
                <span class="by-author"> <span class="sep"> von </span> <span class="author vcard"><a class="url fn n" href="/author/ida"
                title="Alle Beiträge von Ida Marr anzeigen" rel="author">Ida Marr</a></span></span></div></header>
                <div class="entry-content">\(words)<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Teilen mit:</h3><ul><li><a>Twitter</a></li>
                </ul></div><div id="jp-relatedposts" class="jp-relatedposts"><h3><em>Ähnliche Beiträge</em></h3></div></div>
                <footer class="entry-meta">Dieser Beitrag wurde unter <a rel="category tag">Wege</a> veröffentlicht. Setze ein Lesezeichen auf den
                <a rel="bookmark">Permalink</a>.</footer></article><div id="comments"><h2 id="comments-title">Ein Kommentar zu <span>Rain on the moor</span></h2>
                <ol class="commentlist"><li class="comment" id="li-comment-3"><article id="comment-3" class="comment"><footer class="comment-meta">
                <div class="comment-author vcard"><span class="fn">Bo</span> sagte am <time datetime="2012-03-02T08:01:00+00:00">2. März 2012 um 08:01</time>:
                </div></footer><div class="comment-content">\(comment)</div></article></li></ol></div></div></div></div></div></body>
                """,
            author: "Ida Marr", date: "2012-03-01T21:12"),
        TemplatePage(
            name: "Blogger, Simple",
            markup: """
                <html><head><meta content='blogger' name='generator'/><title>Moor Notes: Rain on the moor</title></head><body><div class='content-outer'>
                <div class='header section'><h1 class='title'><a href='http://moor.blogspot.example/'>Moor Notes</a></h1></div>
                <div class='main section' id='main'><div class='widget Blog' id='Blog1'><div class='blog-posts hfeed'><div class="date-outer">
                <h2 class='date-header'><span>Thursday, March 1, 2012</span></h2><div class="date-posts"><div class='post-outer'>
                <div class='post hentry'><h3 class='post-title entry-title'>Rain on the moor</h3><div class='post-header'></div>
                <div class='post-body entry-content' id='post-body-7'>\(words)<div style='clear: both;'></div></div><div class='post-footer'>
                <div class='post-footer-line post-footer-line-1'><span class='post-author vcard'>Posted by <span class='fn'>Ida Marr</span></span>
                <span class='post-timestamp'>at <a class='timestamp-link' href='/7' rel='bookmark'><abbr class='published'
                title='2012-03-01T21:12:00+01:00'>9:12 PM</abbr></a></span></div><div class='post-footer-line post-footer-line-2'><span class='post-labels'>Labels:
                <a rel='tag'>walks</a></span></div></div></div><div class='comments' id='comments'><h4>1 comment:</h4><dl><dt><a name='c3'></a>Bo said...</dt>
                <dd class='comment-body'>\(comment)</dd><dd class='comment-footer'>March 2, 2012 at 8:01 AM</dd></dl></div></div></div></div></div></div></div>
                <div class='sidebar section'><div class='widget Profile'><h2>About Me</h2><a class='profile-name-link'>Somebody Else</a></div></div></div></body>
                """,
            author: "Ida Marr", date: "2012-03-01T21:12"),
        TemplatePage(
            name: "Drupal 7",
            markup: """
                <html lang="fr"><head><meta name="Generator" content="Drupal 7"><title>Rain on the moor | Carnets de lande</title></head><body class="html node-type-article">
                <div id="page"><div id="site-name"><a href="/">Carnets de lande</a></div><div id="main"><h1 class="title" id="page-title">Rain on the moor</h1>
                <div class="region region-content"><div id="node-7" class="node node-article"><div class="meta submitted"><span>Publié par
                <span class="username">Ida Marr</span> le <span property="dc:date dc:created" content="2012-03-01T21:12:00+01:00">1 mars 2012 - 21:12</span></span></div>
                <div class="content clearfix"><div class="field field-name-body field-type-text-with-summary"><div class="field-items"><div class="field-item even"
                property="content:encoded">\(words)</div></div></div><div class="field field-name-field-tags"><div class="field-label">Tags:&nbsp;</div>
                <a href="/t">lande</a></div></div><div class="link-wrapper"><ul class="links inline"><li><a>Se connecter</a> pour commenter</li></ul></div></div>
                <div id="comments" class="comment-wrapper"><h2 class="title">Commentaires</h2><div class="comment"><div class="submitted">Soumis par Bo le 2 mars 2012 -
                08:01</div><div class="content">\(comment)</div></div></div></div></div></div></body>
                """,
            author: "Ida Marr", date: "2012-03-01T21:12"),
        TemplatePage(
            name: "SPIP",
            markup: """
                <html lang="fr"><head><title>Rain on the moor - Carnets de lande</title><meta name="generator" content="SPIP 3.2"></head><body>
                <div class="page"><div id="entete"><a rel="start home" href="http://lande.example">Carnets de lande</a></div><div id="conteneur"><div id="contenu">
                <div class="cartouche"><h1 class="titre crayon">Rain on the moor</h1><p><small><abbr class="published" title="2012-03-01T21:12:00Z">jeudi 1er mars
                2012</abbr>, par <span class="vcard author"><a class="url fn spip_in" href="auteur4">Ida Marr</a></span></small></p></div>
                <div class="crayon article-texte-7 texte surlignable">\(words)</div><div class="menu" id="forum"><h2>Vos commentaires</h2></div></div>
                <div id="navigation"><div class="menu articles"><h2>Dans la même rubrique</h2><ul><li><a href="article8">Une autre pluie</a></li></ul></div></div></div></div></body>
                """,
            author: "Ida Marr", date: "2012-03-01"),
        TemplatePage(
            name: "Ghost, with JSON-LD",
            markup: """
                <html lang="en"><head><title>Rain on the moor</title><meta property="og:site_name" content="Moor Notes"><meta property="og:title" content="Rain on the moor">
                <script type="application/ld+json">{"@context":"https://schema.org","@type":"Article","publisher":{"@type":"Organization","name":"Moor Notes"},
                "author":{"@type":"Person","name":"Ida Marr","url":"https://moor.example/author/ida/"},"headline":"Rain on the moor","datePublished":"2019-03-01T21:12:00.000Z"}
                </script></head><body class="post-template"><div class="site-wrapper"><header class="site-header"><nav><a class="site-nav-logo">Moor Notes</a></nav></header>
                <main id="site-main"><article class="post-full post tag-walks"><header class="post-full-header"><section class="post-full-meta">
                <time class="post-full-meta-date" datetime="2019-03-01">1 March 2019</time></section><h1 class="post-full-title">Rain on the moor</h1></header>
                <section class="post-full-content"><div class="post-content">\(words)</div></section><section class="subscribe-form"><h3>Subscribe to Moor Notes</h3></section>
                <footer class="post-full-footer"><section class="author-card"><h4 class="author-card-name"><a href="/author/ida/">Ida Marr</a></h4>
                <p>Read <a>more posts</a> by this author.</p></section></footer></article></main><aside class="read-next"><article class="post-card post">
                <h2 class="post-card-title">Snow on the moor</h2><p>It snowed and snowed and snowed and the mill stood still for many weeks in a row.</p></article></aside></div></body>
                """,
            author: "Ida Marr", date: "2019-03-01T21:12"),
        TemplatePage(
            name: "a page of no program, in tables",
            markup: """
                <html><head><title>Rain on the moor</title></head><body bgcolor=white><table><tr><td width=160><b>Moor Notes</b><br><a href="a">Walks</a><br>
                <a href="b">Mills</a></td><td><font size=5><h1>Rain on the moor</h1></font><p><i>By Ida Marr, March 1, 1999</i></p>\(words)
                <p><a href="b">Back to the mills</a></p></td></tr></table></body>
                """,
            author: "Ida Marr", date: "1999-03-01"),
        TemplatePage(
            name: "a newspaper, with microdata",
            markup: """
                <html lang="de"><head><title>Wetter: Rain on the moor - Moorbote</title><meta property="og:title" content="Wetter: Rain on the moor">
                <meta property="og:site_name" content="Moorbote"><meta property="article:published_time" content="2020-03-01T20:12:00+00:00">
                <meta name="author" content="Moorbote"></head><body><header><a href="/">Moorbote</a></header><div class="layout has-sidebar"><main>
                <article itemscope itemtype="https://schema.org/NewsArticle"><header><span class="kicker">Wetter</span><h1 itemprop="headline">Rain on the moor</h1>
                <p class="teaser">Ein Weg unter Wasser: was eine Nacht voll Regen mit einem Pfad macht und wer davon etwas hat.</p>
                <div class="byline">Von <span itemprop="author" itemscope><span itemprop="name">Ida Marr</span></span> und <span itemprop="author" itemscope><span
                itemprop="name">Bo Ek</span></span></div><time datetime="2020-03-01T21:12:00+01:00" itemprop="datePublished">01.03.2020, 21:12 Uhr</time>
                <p class="updated">Aktualisiert am 03.03.2020</p></header><div class="social-bar"><a>Teilen</a></div><div itemprop="articleBody">\(words)
                <aside class="infobox"><h3>Zur Mühle</h3><p>Die Mühle steht seit 1730 am Moor und mahlt seit 1910 nicht mehr.</p></aside></div>
                <p class="source">Quelle: Moorbote</p><div class="tags"><a>Regen</a></div></article></main><aside class="sidebar"><h2>Meistgelesen</h2><ul><li><a
                href="/x">Von Bären und Booten</a></li></ul></aside></div></body>
                """,
            author: "Ida Marr und Bo Ek", date: "2020-03-01T21:12"),
        TemplatePage(
            name: "a blog with microformats",
            markup: """
                <html lang="en"><head><title>Rain on the moor · moor.example</title></head><body><nav class="menu"><a class="u-url" href="/">moor</a></nav>
                <main class="h-entry"><h1 class="p-name">Rain on the moor</h1><p>by <a class="p-author h-card" href="/">Ida Marr</a>, <time class="dt-published"
                datetime="2018-03-01 21:12">1 Mar 2018</time></p><div class="e-content">\(words)</div><p>Filed under <a class="p-category">walks</a></p>
                <section class="webmentions"><h2>Replies</h2><div class="h-cite"><a class="p-author">Bo</a> <time class="dt-published">2 Mar 2018</time>
                <div class="p-content">\(comment)</div></div></section></main></body>
                """,
            author: "Ida Marr", date: "2018-03-01T21:12"),
        TemplatePage(
            name: "a page made with a page builder",
            markup: """
                <html lang="it"><head><title>Rain on the moor - Note di brughiera</title><meta property="og:title" content="Rain on the moor - Note di brughiera">
                <meta property="og:site_name" content="Note di brughiera"></head><body class="elementor-page"><div class="elementor elementor-location-single post-7 post type-post">
                <div class="elementor-element elementor-widget elementor-widget-theme-post-title"><h1 class="elementor-heading-title">Rain on the moor</h1></div>
                <div class="elementor-element elementor-widget elementor-widget-post-info"><ul><li itemprop="author"><a href="/a"><span
                class="elementor-icon-list-text elementor-post-info__item--type-author">Ida Marr</span></a></li><li itemprop="datePublished"><span
                class="elementor-icon-list-text">1 Marzo 2021</span></li></ul></div>
                <div class="elementor-element elementor-widget elementor-widget-theme-post-content"><div class="elementor-widget-container">\(words)</div></div>
                <div class="elementor-widget elementor-widget-share-buttons"><div>Facebook</div></div></div></body>
                """,
            author: "Ida Marr", date: "2021-03-01"),
        TemplatePage(
            name: "Dotclear",
            markup: """
                <html lang="fr"><head><title>Rain on the moor - Carnets de lande</title><meta name="author" content="Ida" /></head><body class="dc-post"><div id="page">
                <div id="top"><h1><span><a href="http://lande.example/">Carnets de lande</a></span></h1></div><div id="main"><div id="content"><p id="navlinks"><a class="prev">«
                Avant</a></p><div id="p7" class="post"><h2 class="post-title">Rain on the moor</h2><p class="post-info">Par Ida le jeudi, mars 1 2012, 21:12 - <a
                href="/c">Lande</a> - <a href="/p">Lien permanent</a></p><ul class="post-tags"><li><a>pluie</a></li></ul><div class="post-content">\(words)</div></div>
                <div id="comments"><h3>Commentaires</h3><dl><dt id="c3"><a class="comment-number">1.</a> Le vendredi, mars 2 2012, 08:01 par Bo</dt><dd>\(comment)</dd></dl>
                </div></div></div><div id="sidebar"><div id="blognav"><div class="widget"><h2>Derniers billets</h2></div></div></div></div></body>
                """,
            author: "Ida", date: "2012-03-01T21:12"),
        TemplatePage(
            name: "a page with hidden parts and a portrait",
            markup: """
                <html lang="es"><head><title>Rain on the moor</title></head><body><div id="wrap"><div class="col"><h1>Rain on the moor</h1>
                <p class="fecha">Publicado el 1 de marzo de 2013 por <a href="/autor/ida">Ida Marr</a></p><div class="texto"><p hidden>Nobody sees this first line at all.</p>
                <div style="display: none"><p>Nor does anybody see this one, which is as long as the others.</p></div>\(words)
                <p><a href="/otra">Leer más</a></p></div><div class="autor-box"><img alt=""><p>Ida Marr escribe sobre caminos y molinos desde hace veinte años, y
                vive en la linde de la landa con dos perros.</p></div><div class="relacionados"><h3>Entradas relacionadas</h3><ul><li><a href="/a">Nieve</a></li></ul>
                </div></div></div></body>
                """,
            author: "Ida Marr", date: "2013-03-01"),
    ]
}
