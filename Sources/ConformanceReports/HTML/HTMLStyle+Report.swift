/// The style of what only reports of runs have.
extension HTMLStyle {
    static let report: StaticString = """
        h1 .mark{display:inline-block;width:1.5em;height:1.5em;line-height:1.5em;text-align:center;border-radius:.4em;
        font-size:.8em;margin-right:.35em;vertical-align:.08em}
        h1.good .mark{background:var(--good-ground);color:var(--good)}
        h1.bad .mark{background:var(--bad-ground);color:var(--bad)}
        .counts{display:flex;flex-wrap:wrap;gap:.4rem;margin:.9rem 0 .5rem}
        .counts a{display:block;padding:.16rem .7rem;border-radius:1rem;font-size:.88rem;font-weight:600;
        text-decoration:none;background:var(--sunk);color:var(--muted);border:1px solid transparent}
        .counts a:hover,.counts a[aria-current]{border-color:currentColor}
        .counts .good a{background:var(--good-ground);color:var(--good)}
        .counts .bad a{background:var(--bad-ground);color:var(--bad)}
        .counts .warn a{background:var(--warn-ground);color:var(--warn)}
        .counts .note a{background:var(--note-ground);color:var(--note)}
        .top .facts{margin-top:.9rem}
        .again{margin-top:.9rem}
        .again p{font-size:.85rem;margin-bottom:.2rem}
        .again .copyable+p{margin-top:.35rem}
        .tools{position:sticky;top:0;z-index:5;background:var(--ground);border-bottom:1px solid var(--line);
        margin-bottom:1.4rem}
        .tools-line{max-width:76rem;margin:0 auto;padding:.45rem 1.5rem;display:flex;flex-wrap:wrap;gap:.4rem 1.4rem;
        align-items:center}
        .parts{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;font-size:.9rem}
        .search{flex:1 1 22rem;display:flex;gap:.6rem;align-items:center;min-width:0}
        .search input{flex:1;min-width:0;font:inherit;font-size:.92rem;color:inherit;background:var(--panel);
        border:1px solid var(--line);border-radius:6px;padding:.28rem .6rem}
        .search input::placeholder{color:var(--muted);opacity:1}
        .search output:empty{display:none}
        .search output{color:var(--muted);font-size:.85rem;white-space:nowrap;font-variant-numeric:tabular-nums}
        .case{background:var(--panel);border:1px solid var(--line);border-left:4px solid var(--bad-fill);
        border-radius:8px;padding:.7rem 1rem .75rem;margin:0 0 .9rem;content-visibility:auto;
        contain-intrinsic-size:auto 15rem;scroll-margin-top:4rem}
        .case.warn{border-left-color:var(--warn-fill)}
        .case.here,.case:target{box-shadow:0 0 0 2px var(--focus);outline:0}
        .case h3{display:flex;gap:.55rem;align-items:baseline}
        .case h3 .badge{flex:none}
        .case h3 .name{font-family:var(--mono);font-size:.95rem;color:inherit;text-decoration:none;
        overflow-wrap:anywhere;min-width:0}
        .case h3 .name:hover{text-decoration:underline}
        .where{font-size:.85rem;overflow-wrap:anywhere}
        .place{font-family:var(--mono);font-size:.92em;overflow-wrap:anywhere}
        .about{margin-top:.15rem}
        .why{margin:.5rem 0 .35rem}
        .cause{overflow-wrap:anywhere;color:var(--bad)}
        .hint{color:var(--muted);font-size:.9rem;overflow-wrap:anywhere}
        .finding{margin:.45rem 0 .6rem}
        .subject{overflow-wrap:anywhere}
        .subject>code{font-weight:650}
        .subject .muted{font-size:.88rem}
        .reasons{background:var(--panel);border:1px solid var(--line);border-radius:8px;padding:.5rem .9rem;
        margin:0 0 .9rem;font-size:.9rem}
        .reasons li{display:grid;grid-template-columns:3.6rem minmax(0,1fr);gap:.7rem;padding:.08rem 0}
        .reasons li.muted{display:block}
        .reasons a{overflow-wrap:anywhere;color:inherit;text-decoration-color:var(--line)}
        .reasons a:hover{color:var(--link)}
        .pair{display:grid;grid-template-columns:1fr 1fr;gap:.4rem;margin:.2rem 0;line-height:1.4}
        .pair>div{display:flex;gap:.6rem;align-items:baseline;background:var(--sunk);border-radius:5px;
        padding:.16rem .6rem;min-width:0;border-left:3px solid var(--good-fill)}
        .pair>div+div{border-left-color:var(--bad-fill)}
        .pair dt{font-size:.74rem;font-weight:600;color:var(--muted)}
        .pair dd{min-width:0;overflow-wrap:anywhere;white-space:pre-wrap}
        .pair del,.differences del,pre del{background:var(--good-ground);color:var(--good)}
        .pair ins,.differences ins,pre ins{background:var(--bad-ground);color:var(--bad)}
        pre del,pre ins{display:inline-block;min-width:100%}
        .source{font-size:.85rem;color:var(--muted);display:flex;flex-wrap:wrap;gap:0 .8rem}
        .source code{overflow-wrap:anywhere;min-width:0}
        .attempt{margin-top:.4rem}
        .rerun{display:flex;gap:.6rem;align-items:baseline;font-size:.85rem;margin:.35rem 0}
        .rerun .copyable{flex:1;min-width:0;padding-top:.2rem;padding-bottom:.2rem}
        .evidence>summary,.raw>summary,.attempt>summary{color:var(--link);font-size:.9rem}
        .exchange{border-top:1px solid var(--line);padding:.3rem 0 .3rem .2rem;margin-left:.9rem}
        .exchange>summary{font-family:var(--mono);font-size:.86rem}
        .exchange .copyable{margin:.4rem 0}
        .exchange .copyable code{max-height:7rem}
        .sides{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:.8rem}
        .sides h3,.sides h4{margin:.4rem 0 .25rem;font-size:.78rem;font-weight:600;color:var(--muted)}
        .sides pre{font-size:.8rem;margin-bottom:.4rem}
        .phases{display:flex;flex-wrap:wrap;gap:2px;margin:.5rem 0 .2rem;font-size:.76rem;color:var(--muted)}
        .phases li{flex:1 0 auto;padding:.08rem .5rem .12rem;border-top:4px solid var(--quiet-fill);white-space:nowrap}
        .phases b{font-weight:600;color:var(--ink)}
        .phases .phase-1{border-color:var(--warn-fill)}
        .phases .phase-2{border-color:#9a7fd1}
        .phases .phase-3{border-color:var(--note-fill)}
        .phases .phase-4{border-color:var(--good-fill)}
        .reason{background:var(--panel);border:1px solid var(--line);border-radius:8px;padding:.5rem .9rem;
        margin-bottom:.6rem;overflow-wrap:anywhere}
        .names{font-size:.86rem;columns:22rem;column-gap:1.6rem;padding:.2rem 0 .3rem 1.1rem}
        .names li{break-inside:avoid;overflow-wrap:anywhere}
        .names li{font-family:var(--mono);font-size:.94em}
        .names .muted{font-family:var(--sans)}
        .file{background:var(--panel);border:1px solid var(--line);border-radius:8px;margin-bottom:.45rem;
        padding:.25rem .9rem;content-visibility:auto;contain-intrinsic-size:auto 2.2rem}
        .file>summary{font-size:.92rem}
        .file>summary .badge{margin-left:.3rem}
        .file>summary .muted{font-size:.88rem;white-space:nowrap}
        .file>ol{padding:.15rem 0 .4rem}
        .file>ol>li{display:grid;grid-template-columns:7.4rem minmax(0,2fr) minmax(0,3fr) auto;gap:0 .8rem;
        font-size:.87rem;padding:.1rem .3rem;border-radius:4px;align-items:baseline}
        .file>ol>li:hover{background:var(--sunk)}
        .file>ol>li.here,.file>ol>li:target{background:var(--note-ground);outline:1px solid var(--focus)}
        .file>ol>li>b{font-weight:400;font-size:.92em;color:var(--good)}
        .file>ol>li>b::before{content:"✓ "}
        .file>ol>li.bad>b{color:var(--bad);font-weight:650}
        .file>ol>li.bad>b::before{content:"✗ "}
        .file>ol>li.warn>b{color:var(--warn)}
        .file>ol>li.warn>b::before{content:"! "}
        .file>ol>li.note>b{color:var(--note)}
        .file>ol>li.note>b::before{content:"≈ "}
        .file>ol>li.quiet>b{color:var(--muted)}
        .file>ol>li.quiet>b::before{content:"– "}
        .file>ol>li>a{font-family:var(--mono);font-size:.95em;color:inherit;text-decoration:none;overflow-wrap:anywhere}
        .file>ol>li>a:hover{text-decoration:underline}
        .file>ol>li>span{color:var(--muted);overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
        .file>ol>li>details{grid-column:1/-1;min-width:0;padding:.1rem 0 .3rem}
        .file>ol>li>i{font-style:normal;color:var(--muted);font-variant-numeric:tabular-nums;white-space:nowrap}

        """

    static let times: StaticString = """
        #times h3{margin:1.1rem 0 .25rem}
        #times h3+.muted{font-size:.88rem;margin-bottom:.45rem}
        .lanes{background:var(--panel);border:1px solid var(--line);border-radius:8px 8px 0 0;padding:.4rem 0;
        max-height:26rem;overflow-y:auto;overflow-x:hidden}
        .lane{position:relative;height:1.15rem;margin:0 .5rem}
        .lane a{position:absolute;top:1px;bottom:1px;min-width:2px;overflow:hidden;white-space:nowrap;font-size:.68rem;
        line-height:1rem;padding-left:3px;border-radius:2px;color:var(--good);background:var(--good-ground);
        border-left:2px solid var(--good-fill);text-decoration:none}
        .lane a:hover{outline:1px solid var(--focus);z-index:2}
        .lane a.bad{color:var(--bad);background:var(--bad-ground);border-color:var(--bad-fill)}
        .lane a.warn{color:var(--warn);background:var(--warn-ground);border-color:var(--warn-fill)}
        .lane a.note{color:var(--note);background:var(--note-ground);border-color:var(--note-fill)}
        .axis{display:flex;justify-content:space-between;color:var(--muted);font-size:.76rem;
        border:1px solid var(--line);border-top:0;border-radius:0 0 8px 8px;padding:.05rem .5rem;
        font-variant-numeric:tabular-nums;background:var(--panel)}
        .latencies th[scope=row],.seen th[scope=row]{color:inherit;font-weight:400;font-size:inherit}
        .plot{width:34%;min-width:8rem;vertical-align:middle}
        .track{position:relative;height:.8rem;background:var(--sunk);border-radius:3px;overflow:hidden}
        .track>*{position:absolute;top:0;bottom:0}
        .track s{width:1px;background:var(--line)}
        .track .tail{top:42%;bottom:42%;background:var(--note-fill)}
        .track .body{background:var(--note-fill);opacity:.55;min-width:2px}
        .track .middle{width:2px;background:var(--ink)}
        .slowest td a{font-family:var(--mono);font-size:.94em;overflow-wrap:anywhere}
        .latencies th:last-child{white-space:normal}
        .seen{margin-bottom:.6rem}
        .share{width:22%;min-width:5rem}
        .share i{display:block;height:.6rem;margin-top:.38rem;border-radius:3px;min-width:2px}
        #requirements .bar{margin:.4rem 0 .6rem}
        dialog{color:inherit;background:var(--panel);border:1px solid var(--line);border-radius:10px;
        padding:1.1rem 1.3rem;max-width:min(44rem,94vw)}
        dialog::backdrop{background:rgb(0 0 0/.45)}
        .keylist{margin-bottom:.8rem}
        .keylist div{display:grid;grid-template-columns:11rem 1fr;gap:.8rem;padding:.1rem 0}
        kbd{background:var(--sunk);border:1px solid var(--line);border-radius:4px;padding:0 .35em}
        .close{font:inherit;color:inherit;background:var(--sunk);border:1px solid var(--line);border-radius:6px;
        padding:.2rem .9rem;cursor:pointer}
        @media (max-width:48rem){.latencies,.latencies tbody{display:block}.latencies thead{display:none}
        .latencies tr{display:grid;grid-template-columns:repeat(5,auto);gap:0 .6rem;padding:.35rem 0;
        border-bottom:1px solid var(--line)}.latencies th,.latencies td{border:0;padding:0;text-align:left}
        .latencies th,.latencies .plot{grid-column:1/-1;width:auto}.latencies td::before{display:block;
        font-size:.7rem;color:var(--muted)}.latencies td:nth-child(2)::before{content:"answers"}
        .latencies td:nth-child(3)::before{content:"half below"}.latencies td:nth-child(4)::before{content:"90 %"}
        .latencies td:nth-child(5)::before{content:"99 %"}.latencies td:nth-child(6)::before{content:"longest"}
        .seen,.seen tbody{display:block}.seen thead,.seen .share{display:none}
        .seen tr{display:grid;grid-template-columns:minmax(0,1fr) auto auto;gap:0 .8rem;padding:.3rem 0;
        border-bottom:1px solid var(--line)}.seen th,.seen td{border:0;padding:0}
        .seen th[scope=row]{white-space:normal}.seen th[scope=row] code{overflow-wrap:anywhere}
        .seen td:nth-child(2)::before{content:"answers "}.seen td:last-child{grid-column:1/-1;color:var(--muted)}
        .pair,.sides{grid-template-columns:minmax(0,1fr)}
        .tools-line{padding:.4rem .9rem}.search{flex-basis:100%}.exchange{margin-left:0}
        .file>ol>li{grid-template-columns:auto minmax(0,1fr) auto}.file>ol>li>span{grid-column:1/-1;grid-row:2;
        white-space:normal}.file{padding:.25rem .6rem}.names{columns:auto}.keylist div{grid-template-columns:8.5rem 1fr}}
        @media print{.case{break-inside:auto;content-visibility:visible}.case .evidence::details-content,
        .case .exchange[open]::details-content{content-visibility:visible;display:block;block-size:auto}
        .tools,dialog,.keys{display:none!important}.lanes{max-height:none;overflow:visible}h2,h3{break-after:avoid}
        .finding,.reason{break-inside:avoid}.sides{display:block}}

        """
}
