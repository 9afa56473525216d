extension TemplatePage {
    private static let longSidebar = String(
        repeating: "<p>This blog is about walks, mills and weather; it has been written for many years and will be for many more.</p>",
        count: 12)

    /// Pages that make it hard: little text in a lot of frame, forums, two dates, names in prose.
    static let hard: [TemplatePage] = [
        TemplatePage(
            name: "a short post beside a long column of words",
            markup: """
                <html lang=en><head><title>Rain on the moor - Moor Notes</title></head><body><div id=wrap><div id=left>\(longSidebar)</div><div id=center>
                <div class="post"><h2 class="post-title"><a href="/7">Rain on the moor</a></h2><p class="post-date">Posted on March 1, 2012</p>
                <div class="post-entry">\(words)</div><p class="post-foot">Posted by Ida Marr in <a href="/c">Walks</a></p></div></div></div></body>
                """,
            author: "Ida Marr", date: "2012-03-01"),
        TemplatePage(
            name: "a topic of a forum, phpBB",
            markup: """
                <html lang=en><head><title>Rain on the moor - Walkers' Forum</title></head><body class="section-viewtopic"><div id="page-header"><h1>Walkers' Forum</h1></div>
                <div id="page-body"><h2 class="topic-title"><a href="./viewtopic.php?t=7">Rain on the moor</a></h2>
                <div id="p1" class="post bg2"><div class="inner"><dl class="postprofile"><dt><a class="username">Ida Marr</a></dt><dd>Posts: 12</dd></dl>
                <div class="postbody"><div><h3 class="first"><a href="#p1">Rain on the moor</a></h3><p class="author"><a href="#p1">Post</a> by <strong><a
                class="username">Ida Marr</a></strong> &raquo; <time datetime="2012-03-01T21:12:00+00:00">Thu Mar 01, 2012 9:12 pm</time></p>
                <div class="content">\(words)</div></div></div></div></div>
                <div id="p2" class="post bg1"><div class="inner"><dl class="postprofile"><dt><a class="username">Bo Ek</a></dt></dl><div class="postbody"><div>
                <h3><a href="#p2">Re: Rain on the moor</a></h3><p class="author">by <strong><a class="username">Bo Ek</a></strong> &raquo; <time
                datetime="2012-03-02T08:01:00+00:00">Fri Mar 02, 2012 8:01 am</time></p><div class="content">\(words)\(words)</div></div></div></div></div></div></body>
                """,
            author: "Ida Marr", date: "2012-03-01T21:12"),
        TemplatePage(
            name: "two dates, the later one of a change",
            markup: """
                <html lang=fr><head><title>Rain on the moor | Le Courrier de la lande</title><meta property="og:site_name" content="Le Courrier de la lande">
                <meta property="article:modified_time" content="2020-03-05T08:00:00+01:00"></head><body><main><article class="article"><h1>Rain on the moor</h1>
                <p class="article__chapo">Une nuit de pluie, un chemin sous l'eau et un chien patient : récit d'une matinée à la barrière du moulin.</p>
                <div class="article__infos"><span class="article__author">Par <strong>Ida Marr</strong></span><p class="article__date">Mis à jour le 5 mars 2020 à 08h00</p>
                <p class="article__date">Publié le 1 mars 2020 à 21h12</p></div><div class="article__body">\(words)</div>
                <div class="article__tags">Sujets : <a>pluie</a></div></article></main></body>
                """,
            author: "Ida Marr", date: "2020-03-01T21:12"),
        TemplatePage(
            name: "words that break lines and make no paragraphs",
            markup: """
                <html lang=de><head><title>Moornotizen: Rain on the moor</title></head><body><div class="kopf"><h1>Moornotizen</h1></div><div class="eintrag">
                <h2>Rain on the moor</h2><div class="datum">Donnerstag, 1. März 2012</div>
                \(words.replacing("<p>", with: "").replacing("</p>", with: "<br><br>"))
                <div class="fuss">geschrieben von Ida Marr um 21:12 Uhr | <a href="/k">3 Kommentare</a></div></div></body>
                """,
            author: "Ida Marr", date: "2012-03-01T21:12"),
        TemplatePage(
            name: "Joomla",
            markup: """
                <html lang="es-es"><head><meta name="author" content="Super User" /><meta name="generator" content="Joomla!" /><title>Rain on the moor</title></head>
                <body class="site com_content view-article"><div class="body"><div class="container"><header><a class="brand" href="/"><span class="site-title">Apuntes</span></a>
                </header><main id="content"><div class="item-page" itemscope itemtype="https://schema.org/Article"><meta itemprop="inLanguage" content="es-ES" />
                <div class="page-header"><h2 itemprop="headline">Rain on the moor</h2></div><dl class="article-info muted"><dt class="article-info-term">Detalles</dt>
                <dd class="createdby" itemprop="author" itemscope>Escrito por <span itemprop="name">Ida Marr</span></dd><dd class="category-name">Categoría: <a>Paseos</a></dd>
                <dd class="published"><time datetime="2012-03-01T21:12:00+01:00" itemprop="datePublished">Publicado: 01 Marzo 2012</time></dd>
                <dd class="hits">Visto: 312</dd></dl><div itemprop="articleBody">\(words)</div><ul class="pager pagenav"><li class="next"><a rel="next">Siguiente</a></li></ul>
                </div></main></div></div></body>
                """,
            author: "Ida Marr", date: "2012-03-01T21:12"),
        TemplatePage(
            name: "Serendipity",
            markup: """
                <html lang="de"><head><title>Rain on the moor | Moornotizen</title></head><body><div id="mainpane"><h1><a href="http://moor.example/">Moornotizen</a></h1>
                <div class="serendipity_Entry_Date"><h3 class="serendipity_date">Donnerstag, 1. März 2012</h3><h4 class="serendipity_title"><a href="/7">Rain on the moor</a></h4>
                <div class="serendipity_entry"><div class="serendipity_entry_body">\(words)</div><div class="serendipity_entryFooter">Geschrieben von
                <a href="/authors/1">Ida Marr</a> in <a href="/c">Wege</a> um <a href="/7">21:12</a> | <a href="#comments">Kommentare (1)</a></div></div></div>
                <div class="serendipity_comments"><div class="serendipity_commentsTitle">Kommentare</div><div class="serendipity_comment">\(comment)</div></div></div></body>
                """,
            author: "Ida Marr", date: "2012-03-01T21:12"),
        TemplatePage(
            name: "a magazine whose title for search engines is another",
            markup: """
                <html lang="en"><head><title>Why it rained on Thursday | Moor Magazine</title><meta property="og:title" content="Why it rained on Thursday">
                <meta property="og:site_name" content="Moor Magazine"></head><body class="single"><header><h1 class="logo"><a href="/">Moor Magazine</a></h1></header>
                <div class="content"><article class="post type-post hentry"><h1 class="entry-title">Rain on the moor</h1><div class="entry-meta">March 1, 2012 <span>by</span>
                <span class="entry-author"><a href="/ida" class="entry-author-link">Ida Marr</a></span> <a href="#c">2 Comments</a></div><div class="entry-content">\(words)
                <h3>You may also like</h3><ul><li><a href="/8">Snow on the moor</a></li><li><a href="/9">Fog on the moor</a></li></ul></div></article></div></body>
                """,
            author: "Ida Marr", date: "2012-03-01"),
        TemplatePage(
            name: "names in prose are no bylines",
            markup: """
                <html lang="en"><head><title>Rain on the moor</title></head><body><div class="page"><h1>Rain on the moor</h1>\(words)
                <h2>Related posts</h2><div class="teaser"><h3><a href="/8">Snow</a></h3><p>By Bo Ek, May 3, 2010</p></div></div></body>
                """),
        TemplatePage(
            name: "a builder's rows",
            markup: """
                <html lang="en"><head><title>Rain on the moor | Moor Notes</title></head><body class="et_pb_pagebuilder_layout"><div id="main-content"><article class="post type-post">
                <div class="entry-content"><div class="et_pb_section"><div class="et_pb_row"><div class="et_pb_module et_pb_post_title"><div class="et_pb_title_container">
                <h1 class="entry-title">Rain on the moor</h1><p class="et_pb_title_meta_container">by <span class="author vcard"><a href="/ida" rel="author">Ida Marr</a></span> |
                <span class="published">Mar 1, 2012</span> | <a rel="category tag">Walks</a></p></div></div></div></div>
                <div class="et_pb_section"><div class="et_pb_row"><div class="et_pb_text"><div class="et_pb_text_inner">\(words)</div></div></div></div>
                <div class="et_pb_section"><div class="et_pb_row"><div class="et_pb_module et_pb_social_media_follow"><ul><li><a>Follow</a></li></ul></div></div></div></div>
                </article></div></body>
                """,
            author: "Ida Marr", date: "2012-03-01"),
    ]
}
