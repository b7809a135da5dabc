import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { Result } from '#shared/base/result.ts';
import { loadApplications, requestEnrolmentCode, type Reason } from './administer.ts';
import { adminTokenIn, defaultDataFolder, forgetOrigin, noteOrigin } from './platform-folder.ts';
import type { PlatformLogger } from './platform-logger.ts';
import { PlatformStartError } from './platform-start-error.ts';
import { startPlatform } from './server.ts';

interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly publicUrl?: string;
  readonly newEpoch: boolean;
  readonly stopWithInput: boolean;
}

const EXIT_REFUSED = 2;

const logger: PlatformLogger = {
  info: (message, data) =>
    console.log(`${new Date().toISOString()} ${message}${data ? ` ${JSON.stringify(data)}` : ''}`),
  error: (message, cause) =>
    console.error(`${new Date().toISOString()} ${message}`, cause instanceof Error ? cause.message : (cause ?? '')),
};

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('应为 0–65535 / a number from 0 to 65535');
  return port;
}

function webAddress(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new InvalidArgumentError('应为 http(s) 地址 / an http(s) address');
  }
  return text.replace(/\/+$/, '');
}

async function serve(options: ServeOptions): Promise<void> {
  const folder = resolve(options.data);
  const url = process.env['DATABASE_URL'];
  const platform = await startPlatform({
    database: url ? { url } : { folder },
    port: options.port,
    host: options.host,
    ...(options.publicUrl !== undefined && { publicUrl: options.publicUrl }),
    newEpoch: options.newEpoch,
    adminToken: adminTokenIn(folder),
    logger,
  });
  noteOrigin(folder, platform.origin);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    forgetOrigin(folder);
    platform.close().then(
      () => process.exit(0),
      (error: unknown) => fault(error),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  if (options.stopWithInput) process.stdin.resume().on('end', stop);
  const code = await requestEnrolmentCode(folder);
  console.log(
    [
      '',
      `平台已就绪 / Platform ready:  ${platform.origin}`,
      `数据库 / Database:            ${url ? 'DATABASE_URL' : folder}`,
      `接口文档 / Interface:         ${platform.origin}/openapi.json`,
      ...(code.ok ? [`登记码 / Enrolment code:      ${code.value.code}  (${code.value.expiresAt.slice(0, 10)})`] : []),
      '',
      '在工作台“平台”页填入以上地址和登记码；每码登记一台。',
      "On the desk's Platform page enter this address and the code; a code lets in one desk.",
      'Ctrl+C 停止 / stops',
      '',
    ].join('\n'),
  );
}

function show<T>(result: Result<T, Reason>, words: (value: T) => string): void {
  if (result.ok) {
    console.log(words(result.value));
    return;
  }
  console.error(result.failure);
  process.exitCode = EXIT_REFUSED;
}

function fault(error: unknown): never {
  if (error instanceof PlatformStartError) console.error(error.message);
  else console.error(error);
  process.exit(error instanceof PlatformStartError ? EXIT_REFUSED : 1);
}

const dataOption = ['--data <folder>', '数据文件夹 / data folder', defaultDataFolder()] as const;

const program = new Command('platform')
  .description(
    '各工作台汇合的平台服务。默认自带 PostgreSQL；设置 DATABASE_URL 则使用已有的数据库。\n' +
      'The server where desks meet. Carries its own PostgreSQL; DATABASE_URL names another.',
  )
  .helpOption('-h, --help', '帮助 / help')
  .helpCommand(false);

program
  .command('serve', { isDefault: true })
  .description('启动平台（默认）/ start the platform (default)')
  .option('--port <number>', '端口，0 为自动 / port, 0 takes a free one', portNumber, 8790)
  .option('--host <address>', '监听地址 / address to listen on', '127.0.0.1')
  .option(...dataOption)
  .option('--public-url <url>', '二维码页面的对外地址 / where printed codes are reached from outside', webAddress)
  .option('--new-epoch', '从备份恢复数据库后用一次 / once after restoring the database from a backup', false)
  .option(
    '--stop-with-input',
    '标准输入关闭时停止，供启动它的程序使用 / stop when standard input ends, for a program that starts it',
    false,
  )
  .action(serve);

program
  .command('enrolment-code')
  .description('为一台新工作台生成登记码 / make a code for one more desk')
  .option(...dataOption)
  .action(async ({ data }: { readonly data: string }) => {
    show(await requestEnrolmentCode(resolve(data)), ({ code, expiresAt }) => `${code}  (${expiresAt.slice(0, 10)})`);
  });

program
  .command('load-applications')
  .description('导入国家平台导出的申报（JSON）/ hand applications (JSON) to all desks')
  .argument('<file>')
  .option(...dataOption)
  .action(async (file: string, { data }: { readonly data: string }) => {
    show(
      await loadApplications(resolve(data), resolve(file)),
      ({ added, replaced, unchanged }) =>
        `新增 ${added}，更新 ${replaced}，未变 ${unchanged} / added ${added}, replaced ${replaced}, unchanged ${unchanged}`,
    );
  });

/** A log that nobody reads any more (a closed terminal, `| head`) is no reason to stop serving. */
const readerGone = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') throw error;
};
process.stdout.on('error', readerGone);
process.stderr.on('error', readerGone);

program.parseAsync().catch(fault);
