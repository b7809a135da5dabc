import { extractStyle } from '@ant-design/static-style-extract';
import { ConfigProvider } from 'antd';
import { createElement, Fragment } from 'react';
import type { Plugin } from 'vite';
import { ANTD_PARTS } from '#renderer/ui/theme/antd-parts.ts';
import { ANTD_THEMES } from '#renderer/ui/theme/antd-theme.ts';
import { DARK, LIGHT, paletteCss } from '#renderer/ui/theme/palette.ts';

/** The style sheet `main.tsx` imports; there is no such file, the plugin makes it. */
const THEME_CSS = './made-theme.css';
const RESOLVED = '\0made-theme.css';

/** Where every package of Ant Design's inserts `<style>` elements into the running page. */
const STYLE_INSERTER = /@rc-component[\\/]util[\\/](?:es|lib)[\\/]Dom[\\/]dynamicCSS\.js$/;

/** Stands in for it: the style element is never part of the page. */
const SILENT_INSERTER = `
const detached = () => document.createElement('style');
export const injectCSS = detached;
export const updateCSS = detached;
export const removeCSS = () => {};
export const clearContainerCache = () => {};
`;

/**
 * Gives the window its colours and Ant Design's styles as one static style sheet, for both themes.
 *
 * The page's content security policy allows no inline `<style>` and no `innerHTML`, so nothing may
 * be styled at run time: `zeroRuntime` covers the components, the silent inserter the custom
 * properties, the scroll lock and the scroll bar measure, which have no switch.
 */
export function antdCss(): Plugin {
  return {
    name: 'workstation-antd-css',
    resolveId: (id) => (id === THEME_CSS ? RESOLVED : undefined),
    load: {
      order: 'pre',
      handler: (id) => {
        if (id === RESOLVED) return themeCss();
        return STYLE_INSERTER.test(id) ? SILENT_INSERTER : undefined;
      },
    },
  };
}

function themeCss(): string {
  const extracted = extractStyle({
    includes: [...ANTD_PARTS],
    customTheme: (parts) =>
      createElement(
        Fragment,
        null,
        Object.entries(ANTD_THEMES).map(([key, theme]) =>
          createElement(ConfigProvider, { key, theme: { ...theme, zeroRuntime: false } }, parts),
        ),
      ),
  });
  const ours = [`:root[data-theme=light]{${paletteCss(LIGHT)}}`, `:root[data-theme=dark]{${paletteCss(DARK)}}`];
  return [...ours, ...new Set(topLevelRules(extracted))].join('\n');
}

/** Splits a style sheet into its outermost rules, so that what both themes share is kept once. */
function topLevelRules(css: string): readonly string[] {
  const rules: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < css.length; at++) {
    if (css[at] === '{') depth += 1;
    if (css[at] !== '}') continue;
    depth -= 1;
    if (depth > 0) continue;
    rules.push(css.slice(start, at + 1).trim());
    start = at + 1;
  }
  return rules;
}
