/** The one style sheet of the public page; inline, so that the page is a single answer and its CSP names its hash. */
export const PUBLIC_PAGE_STYLE = `
:root { color-scheme: light; --tone: #5c6670; --tint: #eef0f2; }
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100vh; padding: 20px 16px 40px; background: #f4f2ec; color: #20252b;
  font: 16px/1.5 system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
main { max-width: 460px; margin: 0 auto; }
header { margin: 4px 4px 16px; font-size: 13px; line-height: 1.5; color: #5c6670; }
header b { display: block; font-size: 15px; color: #20252b; }
.card { overflow: hidden; border-radius: 18px; background: #fff; box-shadow: 0 1px 2px #0001, 0 12px 32px #0000000f; }
.state { padding: 28px 24px 26px; background: var(--tone); color: #fff; }
.state svg { display: block; width: 44px; height: 44px; margin-bottom: 14px; }
h1 { margin: 0; font-size: 30px; line-height: 1.2; font-weight: 650; letter-spacing: .01em; }
h1 small { display: block; margin-top: 2px; font-size: 17px; font-weight: 500; opacity: .92; }
.state p { margin: 14px 0 0; font-size: 15px; line-height: 1.5; }
.state p span { display: block; margin-top: 4px; font-size: 13.5px; opacity: .9; }
.note { margin: 0; padding: 14px 24px; border-bottom: 1px solid #e7e4dc; background: var(--tint); font-size: 14px; }
.stars { padding: 22px 24px 0; font-size: 26px; line-height: 1; letter-spacing: 3px; color: #b8862b; }
.stars i { font-style: normal; color: #dcd8cd; }
.stars > span { margin-left: 8px; font-size: 14px; letter-spacing: 0; color: #5c6670; vertical-align: 4px; }
h2 { margin: 10px 24px 0; font-size: 21px; line-height: 1.35; font-weight: 620; overflow-wrap: anywhere; }
.by { margin: 4px 24px 18px; color: #4a525a; overflow-wrap: anywhere; }
dl { margin: 0; padding: 2px 24px 8px; }
dl div { padding: 11px 0; border-top: 1px solid #eeebe4; }
dt { font-size: 12.5px; color: #6a727a; }
dd { margin: 1px 0 0; font-size: 16px; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.number { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: 15px; }
footer { margin: 18px 6px 0; font-size: 12.5px; line-height: 1.6; color: #6a727a; }
.valid { --tone: #1f6b45; --tint: #edf6f0; }
.yellow { --tone: #f6c927; --tint: #fdf5e2; }
.yellow .state { color: #2a2000; }
.red { --tone: #b3261e; --tint: #fdeeec; }
.suspended { --tone: #7a4a12; --tint: #f8f0e6; }
.withdrawn { --tone: #3c3f45; --tint: #f0f0f1; }
.expired { --tone: #5c6670; --tint: #eef0f2; }
.unknown { --tone: #47506b; --tint: #eef0f6; }
`;
