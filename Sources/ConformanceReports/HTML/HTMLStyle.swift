/// The style of every page: light or dark as the reader's system is, dense, and fit for a printer.
///
/// Every pair of ink and ground has a contrast of at least 4.5.
enum HTMLStyle {
    /// Colours, letters and the frame.
    static let base: StaticString = """
        :root{color-scheme:light dark;--ground:#f6f7f8;--panel:#fff;--sunk:#f1f3f5;--ink:#1b2126;--muted:#57626d;
        --line:#dde2e7;--link:#0a58a8;--focus:#0a58a8;--good:#146c3f;--good-ground:#e5f4eb;--bad:#a8201a;
        --bad-ground:#fdecea;--warn:#7d4e00;--warn-ground:#fdf2dc;--note:#2b5288;--note-ground:#e8effa;
        --good-fill:#3a9d6b;--bad-fill:#cf4a42;--warn-fill:#d39a2d;--note-fill:#6b93cf;--quiet-fill:#b3bcc6;
        --mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace;
        --sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans","DejaVu Sans",sans-serif}
        @media (prefers-color-scheme:dark){:root{--ground:#13161a;--panel:#1a1e23;--sunk:#21262c;--ink:#e3e7eb;
        --muted:#9ba7b3;--line:#2e353d;--link:#80bbff;--focus:#80bbff;--good:#74d39b;--good-ground:#173225;
        --bad:#ff9c93;--bad-ground:#3d1d1b;--warn:#eebc66;--warn-ground:#372a12;--note:#9cc0f5;--note-ground:#1b2b42;
        --good-fill:#3f9e6d;--bad-fill:#d9564d;--warn-fill:#c08d2e;--note-fill:#5a82bd;--quiet-fill:#56616c}}
        *{box-sizing:border-box}
        [hidden]{display:none!important}
        html{font:15px/1.5 var(--sans);background:var(--ground);color:var(--ink);-webkit-text-size-adjust:100%;
        scroll-padding-top:4.5rem}
        body{margin:0}
        h1,h2,h3,p,ul,ol,dl,dd,table,pre{margin:0;padding:0}
        ul,ol{list-style:none}
        a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:2px}
        :focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:3px}
        code,pre,kbd{font-family:var(--mono);font-size:.9em;unicode-bidi:isolate}
        h1{font-size:1.6rem;line-height:1.25;font-weight:650;letter-spacing:-.01em;text-wrap:balance}
        h2{font-size:1.12rem;font-weight:650;margin:0 0 .6rem}
        h3{font-size:1rem;font-weight:600}
        .count{color:var(--muted);font-weight:400}
        .top,main,footer{max-width:76rem;margin:0 auto;padding:1.4rem 1.5rem}
        main{padding-top:0}
        main>section{margin:0 0 2.2rem}
        footer{color:var(--muted);font-size:.85rem;border-top:1px solid var(--line)}
        .kicker{color:var(--muted);font-size:.85rem;margin-bottom:.35rem}
        .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .skip{position:absolute;left:-99rem}
        .skip:focus{left:1rem;top:.5rem;z-index:9;background:var(--panel);padding:.4rem .8rem}
        .muted{color:var(--muted)}

        """

    /// The parts that every page is made of.
    static let parts: StaticString = """
        .badge{display:inline-block;font-size:.74rem;line-height:1.5;font-weight:650;letter-spacing:.02em;
        padding:0 .5em;border-radius:.6em;white-space:nowrap;background:var(--sunk);color:var(--muted)}
        .badge.good{background:var(--good-ground);color:var(--good)}
        .badge.bad{background:var(--bad-ground);color:var(--bad)}
        .badge.warn{background:var(--warn-ground);color:var(--warn)}
        .badge.note{background:var(--note-ground);color:var(--note)}
        .callout{border-left:3px solid var(--quiet-fill);background:var(--sunk);padding:.45rem .8rem;margin:.6rem 0;
        border-radius:0 4px 4px 0;overflow-wrap:anywhere}
        .callout.bad{border-color:var(--bad-fill);background:var(--bad-ground);color:var(--bad)}
        .callout.warn{border-color:var(--warn-fill);background:var(--warn-ground);color:var(--warn)}
        .callout.note{border-color:var(--note-fill);background:var(--note-ground);color:var(--note)}
        .callout.good{border-color:var(--good-fill);background:var(--good-ground);color:var(--good)}
        .panel{background:var(--panel);border:1px solid var(--line);border-radius:8px;padding:.8rem 1rem}
        .facts{display:flex;flex-wrap:wrap;gap:.15rem 1.6rem;font-size:.9rem}
        .facts>div{display:flex;gap:.45rem;min-width:0}
        .facts dt{color:var(--muted)}
        .facts dd{overflow-wrap:anywhere;min-width:0}
        summary{cursor:pointer;list-style-position:inside;overflow-wrap:anywhere}
        summary:hover{color:var(--link)}
        details>summary{padding:.12rem 0}
        .wide{overflow-x:auto;max-width:100%}
        table{border-collapse:collapse;font-size:.9rem;min-width:100%}
        th{text-align:left;font-weight:600;color:var(--muted);font-size:.8rem;white-space:nowrap}
        th,td{padding:.28rem .7rem .28rem 0;border-bottom:1px solid var(--line);vertical-align:top}
        th:last-child,td:last-child{padding-right:0}
        tbody tr:last-child>*{border-bottom:0}
        .number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        td code{overflow-wrap:anywhere}
        pre{background:var(--sunk);border:1px solid var(--line);border-radius:6px;padding:.55rem .75rem;
        line-height:1.45;white-space:pre-wrap;overflow-wrap:anywhere;tab-size:4;max-height:36rem;overflow-y:auto}
        .copyable{display:flex;align-items:flex-start;gap:.6rem;background:var(--sunk);border:1px solid var(--line);
        border-radius:6px;padding:.4rem .4rem .4rem .75rem}
        .copyable code{flex:1;min-width:0;white-space:pre-wrap;overflow-wrap:anywhere;max-height:14rem;overflow-y:auto}
        .copy{font:600 .74rem/1.5 var(--sans);color:var(--link);background:var(--panel);border:1px solid var(--line);
        border-radius:5px;padding:.1rem .55rem;cursor:pointer;flex:none}
        .scripted .copy[hidden]{display:inline-block!important}
        .copy:hover{border-color:var(--link)}
        .copy.done{color:var(--good);border-color:var(--good)}
        .bar{display:flex;gap:2px;height:10px;border-radius:5px;overflow:hidden;background:var(--sunk)}
        .bar>i{display:block;min-width:3px;background:var(--quiet-fill)}
        i.good{background:var(--good-fill)}
        i.bad{background:var(--bad-fill)}
        i.warn{background:var(--warn-fill)}
        i.note{background:var(--note-fill)}
        ins,del{text-decoration:none;border-radius:2px}
        del{background:var(--bad-ground);color:var(--bad)}
        ins{background:var(--good-ground);color:var(--good)}
        @media (max-width:40rem){.top,main,footer{padding-left:.9rem;padding-right:.9rem}h1{font-size:1.3rem}
        html{font-size:14px;scroll-padding-top:7.2rem}}
        @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}
        .copy{transition:color .15s,border-color .15s}}
        @media print{:root{color-scheme:light;--ground:#fff;--panel:#fff;--sunk:#fff;--ink:#000;--muted:#444;
        --line:#bbb;--link:#000}html{font-size:10pt}.copy,.tools,.skip,.scripted .copy[hidden]{display:none!important}
        .top,main,footer{max-width:none;padding-left:0;padding-right:0}
        pre,.copyable code{max-height:none;overflow:visible}a{text-decoration:none}
        *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}

        """
}
