extension TemplatePage {
    /// Blogs of hosts and programs that write in other languages, and templates in which the facts stand apart.
    static let blogs: [TemplatePage] = [
        TemplatePage(
            name: "Blogger in German, facts in the footer",
            markup: """
                <html lang='de'><head><title>Moornotizen: Rain on the moor</title><meta content='Rain on the moor' property='og:title'/></head><body>
                <div id='header'><h1 class='title'>Moornotizen</h1><p class='description'>Wege und Mühlen</p></div><div class='blog-posts'>
                <div class='post hentry' itemprop='blogPost' itemscope='itemscope' itemtype='http://schema.org/BlogPosting'><meta content='7' itemprop='postId'/>
                <h3 class='post-title entry-title' itemprop='name'>Rain on the moor</h3><div class='post-body entry-content' itemprop='description articleBody'>\(words)</div>
                <div class='post-footer'><span class='post-author vcard'> Eingestellt von <span class='fn' itemprop='author' itemscope><a class='g-profile'
                href='http://blogger.example/ida' rel='author'><span itemprop='name'>Ida Marr</span></a></span></span> um <a href='/7' itemprop='url'><abbr
                class='published' itemprop='datePublished' title='2012-03-01T21:12:00+01:00'>21:12</abbr></a></div></div>
                <div class='comments' id='comments'><h4>1 Kommentar:</h4></div></div></body>
                """,
            author: "Ida Marr", date: "2012-03-01T21:12"),
        TemplatePage(
            name: "OverBlog",
            markup: """
                <html lang="fr"><head><title>Rain on the moor - Carnets de lande</title><meta property="og:title" content="Rain on the moor - Carnets de lande"></head>
                <body><div class="ob-sections"><div class="header"><h1 class="blog-title"><a href="http://lande.example">Carnets de lande</a></h1></div>
                <div class="article"><div class="option"><div class="date">1 Mars 2012</div></div><div class="infos"><p class="publication">Publié par <span
                class="pub-author">Ida Marr</span></p></div><h2 class="titre-article"><a href="/7">Rain on the moor</a></h2><div class="ob-section ob-section-html">\(words)</div>
                <div class="share"><h3>Partager cet article</h3></div><div class="comment-number"><a>Commenter cet article</a></div></div></div></body>
                """,
            author: "Ida Marr", date: "2012-03-01"),
        TemplatePage(
            name: "Hautetfort",
            markup: """
                <html lang="fr"><head><title>Rain on the moor : Carnets de lande</title></head><body><div id="container"><div id="banner"><h1><a href="/">Carnets de lande</a></h1>
                </div><div id="center"><div class="content"><h2 class="date">01/03/2012</h2><div class="post" id="p7"><h3 id="e7">Rain on the moor</h3><div class="postbody">\(words)
                </div><div class="posted">21:12 Publié par Ida dans <a href="/c">Lande</a> | <a href="/7">Lien permanent</a> | <a>Commentaires (2)</a> | Tags : pluie</div></div>
                <h3 class="comments">Commentaires</h3></div></div></div></body>
                """,
            author: "Ida", date: "2012-03-01T21:12"),
        TemplatePage(
            name: "a German newspaper's blog",
            markup: """
                <html lang="de"><head><title>Rain on the moor | Wegeblog | Moorbote</title><meta property="og:title" content="Rain on the moor"><meta property="og:site_name"
                content="Moorbote"><meta name="date" content="2012-03-01T21:12:00+01:00"></head><body><div class="page"><div class="header"><a href="/">Moorbote</a></div>
                <div class="article"><div class="article-header"><span class="date">1. März 2012, 21:12 Uhr</span> <span class="kicker">Wegeblog</span><h1>Rain on the moor</h1>
                <p class="intro">Eine Nacht, ein Weg, ein Hund: warum am Donnerstag niemand zur Mühle kam.</p><p class="author">Von Ida Marr, Redakteurin</p></div>
                <div class="article-body"><p class="reading">Lesezeit: 3 Minuten</p>\(words)<p><strong>Mehr zum Thema</strong></p><ul><li><a href="/8">Schnee</a></li>
                <li><a href="/9">Nebel</a></li></ul></div><div class="teaserlist"><h3>Auch interessant</h3><div class="teaser">Die Mühle von oben: wie ein Drache sie sieht und
                was er davon hält, wenn es regnet.</div></div></div></div></body>
                """,
            author: "Ida Marr", date: "2012-03-01T21:12"),
        TemplatePage(
            name: "a static site in Spanish",
            markup: """
                <html lang="es"><head><title>Rain on the moor</title></head><body><header class="site-header"><a class="site-title" href="/">Apuntes</a></header>
                <main class="page-content"><article class="post" itemscope itemtype="http://schema.org/BlogPosting"><header class="post-header"><h1 class="post-title"
                itemprop="name headline">Rain on the moor</h1><p class="post-meta"><time datetime="2012-03-01T00:00:00+01:00" itemprop="datePublished">1 mar 2012</time> • <span
                itemprop="author"><span itemprop="name">Ida Marr</span></span></p></header><div class="post-content" itemprop="articleBody">\(words)</div></article></main>
                <footer class="site-footer"><p>Ida Marr escribe sobre la landa.</p></footer></body>
                """,
            author: "Ida Marr", date: "2012-03-01"),
        TemplatePage(
            name: "a question",
            markup: """
                <html lang="en"><head><title>weather - Rain on the moor - Walkers Exchange</title><meta property="og:title" content="Rain on the moor"></head><body><div id="content">
                <div itemprop="mainEntity" itemscope itemtype="https://schema.org/Question"><div id="question-header"><h1 itemprop="name"><a class="question-hyperlink">Rain
                on the moor</a></h1></div><div><span>Asked</span> <time itemprop="dateCreated" datetime="2012-03-01T21:12:00">8 years ago</time></div>
                <div class="question" id="question"><div class="votecell"><div class="js-vote-count">22</div></div><div class="postcell"><div class="s-prose js-post-body"
                itemprop="text">\(words)</div><div class="post-taglist"><a rel="tag">weather</a></div><div class="post-signature owner"><div class="user-action-time">asked
                <span title="2012-03-01 21:12:00Z" class="relativetime">Mar 1, 2012 at 21:12</span></div><div class="user-details" itemprop="author" itemscope><a
                href="/users/1">ida</a><span class="d-none" itemprop="name">ida</span></div></div></div></div><div id="answers"><h2>1 Answer</h2><div class="answer"
                itemprop="suggestedAnswer" itemscope><div class="s-prose js-post-body" itemprop="text">\(words)\(words)</div><div class="user-details" itemprop="author"><a>bo</a></div>
                </div></div></div></div></body>
                """,
            author: "ida", date: "2012-03-01T21:12"),
        TemplatePage(
            name: "a post that is written by two and dated in the address only",
            markup: """
                <html lang="en"><head><title>Rain on the moor</title></head><body><div class="entry"><h1>Rain on the moor</h1><p class="authors">By <a href="/ida">Ida Marr</a> and
                <a href="/bo">Bo Ek</a></p><div class="entry-text">\(words)</div></div></body>
                """,
            author: "Ida Marr and Bo Ek"),
    ]
}
