/// How the report looks. Colours are told apart by people who do not see all of them: they differ in lightness as well, and every bar says
/// what it counts.
let reportStyle: StaticString = """

    :root { --paper: #fcfcfb; --ink: #1c1e21; --faint: #5c6370; --rule: #dcdfe4; --link: #1d5ea8;
      --known: #2a6db5; --rescued: #49a99a; --lost: #c2502b; --open: #8d80b3; --not-tried: #c3c7ce; }
    @media (prefers-color-scheme: dark) { :root { --paper: #16181c; --ink: #e4e6ea; --faint: #9aa1ad; --rule: #32363e; --link: #8ab8ee;
      --known: #5b9ee6; --rescued: #3f9d8e; --lost: #e27a55; --open: #a79bd0; --not-tried: #4a505a; } }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
    main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
    h1 { font-size: 1.75rem; line-height: 1.2; margin: 0; }
    h2 { font-size: 1.2rem; margin: 3rem 0 .5rem; }
    p { margin: .25rem 0 .75rem; max-width: 42rem; }
    .date, figcaption, .none, .more, summary { color: var(--faint); }
    a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 2px; }
    a, bdi { overflow-wrap: anywhere; }
    .numbers { display: grid; grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr)); gap: 1.25rem; margin: 1.75rem 0 0; }
    .numbers div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
    .numbers dt { color: var(--faint); font-size: .85rem; line-height: 1.3; }
    .numbers dd { margin: 0; font-size: 1.6rem; font-weight: 600; line-height: 1.25; font-variant-numeric: tabular-nums; }
    figure { margin: 0; }
    .legend { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .5rem 0 .75rem; padding: 0; font-size: .85rem; }
    .sample { display: inline-block; width: .75rem; height: .75rem; border-radius: 2px; margin-right: .4rem; vertical-align: -1px; }
    svg { display: block; width: 100%; height: auto; font: 13px system-ui, sans-serif; }
    svg text { fill: var(--ink); font-variant-numeric: tabular-nums; }
    svg .value { fill: var(--faint); font-size: 12px; }
    svg .end { text-anchor: end; }
    svg .middle { text-anchor: middle; }
    svg .axis { stroke: var(--rule); }
    .box { stroke: var(--paper); stroke-width: 1; }
    .known { fill: var(--known); background: var(--known); }
    .rescued { fill: var(--rescued); background: var(--rescued); }
    .lost { fill: var(--lost); background: var(--lost); }
    .open { fill: var(--open); background: var(--open); }
    .not-tried { fill: var(--not-tried); background: var(--not-tried); }
    details { margin-top: .75rem; }
    summary { cursor: pointer; font-size: .9rem; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; margin: .5rem 0; font-size: .9rem; }
    th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--rule); min-width: 4.5rem; }
    thead th { color: var(--faint); font-weight: 500; }
    tbody th { font-weight: 500; }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    @media print { details > * { display: block; } }

    """
