import type { Both } from '#electron/backend/start-words.ts';

const WHY_NOT_DESKTOP = {
  'no-binary': {
    zh: '没有 Electron 程序文件（可用 npm run electron:install 获取）',
    en: 'Electron has no program files here (npm run electron:install fetches them)',
  },
  'no-display': { zh: '没有图形显示', en: 'there is no display' },
  asked: { zh: '按 --door 指定', en: 'asked for with --door' },
} as const;

/** Says that the page opened in an app window, and why there. */
export function windowLine(browser: string, why: keyof typeof WHY_NOT_DESKTOP): Both {
  const reason = WHY_NOT_DESKTOP[why];
  return {
    zh: `工作站已在浏览器应用窗口中打开（${browser}）：${reason.zh}。`,
    en: `The workstation is open in a browser app window (${browser}): ${reason.en}.`,
  };
}

const WHY_LINK = {
  asked: { zh: '按 --door 指定', en: 'asked for with --door' },
  'no-display': { zh: '没有图形显示', en: 'there is no display' },
  'no-browser': { zh: '没有找到 Chrome、Chromium 或 Edge', en: 'no Chrome, Chromium or Edge was found' },
  'no-page': { zh: '应用窗口没有连上', en: 'the app window did not connect' },
} as const;

/** Asks the person to open a link themselves, and says why. */
export function linkLine(why: keyof typeof WHY_LINK): Both {
  const reason = WHY_LINK[why];
  return {
    zh: `请在本机浏览器中打开下面的一次性链接（2 分钟内有效；${reason.zh}）`,
    en: `Open this one-time link in a browser on this machine (valid for 2 minutes; ${reason.en}):`,
  };
}

/** The door's help. */
export const HELP = `用法 Usage: npm start -- [选项 options]

  --door=desktop|window|url  桌面窗口（Electron）、浏览器应用窗口或只给出链接
                             desktop window (Electron), browser app window, or only a link
  --workspace DIR            数据文件夹；默认为个人数据目录下的 otop-workstation
                             data folder; by default otop-workstation in your data directory
  --port N                   本机服务的端口；默认任意空闲端口
                             port of the local server; any free one by default
  --help                     显示此说明 show this help`;
