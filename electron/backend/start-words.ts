import type { Holder } from './store/workspace-lock.ts';

/** One sentence in both languages of the house. */
export interface Both {
  readonly zh: string;
  readonly en: string;
}

/** Writes a sentence for a terminal: Chinese first, English after it, on one line. */
export const line = ({ zh, en }: Both): string => `${zh} / ${en}`;

/** Says that another program holds the workspace, and what to do about it. */
export function heldWords(door: Holder['door'] | undefined): Both {
  if (door === 'desktop')
    return {
      zh: '这个工作区已在桌面窗口中打开，请切换到该窗口。',
      en: 'This workspace is already open in the desktop window; switch to it.',
    };
  if (door === 'localhost')
    return {
      zh: '这个工作区已经打开，但第一个程序没有回应；请先结束它再启动。',
      en: 'This workspace is already open, but the first program does not answer; end it, then start again.',
    };
  return {
    zh: '这个工作区正被另一个程序使用（例如命令行）；请等它结束后再启动。',
    en: 'This workspace is in use by another program (a command, for instance); start again when it has finished.',
  };
}

/** What a system error at the start means to the person, or undefined when it means nothing to them. */
export function systemWords(error: unknown, workspace: string, port: number | undefined): Both | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return {
      zh: `端口 ${port ?? ''} 已被其他程序占用；请换一个 --port，或不指定端口。`,
      en: `Port ${port ?? ''} is used by another program; choose another --port, or none.`,
    };
  if (code === 'EACCES' && port !== undefined && port > 0 && port < 1024)
    return { zh: `没有权限使用端口 ${port}。`, en: `This user may not listen on port ${port}.` };
  if (
    code === 'EACCES' ||
    code === 'EPERM' ||
    code === 'EROFS' ||
    code === 'SQLITE_CANTOPEN' ||
    code === 'SQLITE_READONLY'
  )
    return {
      zh: `无法写入工作区文件夹 ${workspace}；请检查权限，或用 --workspace 指定其他文件夹。`,
      en: `Cannot write to the workspace folder ${workspace}; check its permissions or name another with --workspace.`,
    };
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return { zh: `${workspace} 不是文件夹。`, en: `${workspace} is not a folder.` };
  if (code === 'ENOSPC' || code === 'SQLITE_FULL')
    return {
      zh: `磁盘空间不足，无法打开工作区 ${workspace}；没有改动任何数据。`,
      en: `There is no disk space left to open the workspace ${workspace}; no data was changed.`,
    };
  return undefined;
}
