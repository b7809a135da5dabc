import { resolve } from 'node:path';
import { Argument, Command, CommanderError, InvalidArgumentError } from 'commander';
import { callEntry } from './call-entry.ts';
import { CHECK_KINDS, checkValue } from './check.ts';
import { runDemo } from './demo.ts';
import { evaluateFile } from './evaluate-file.ts';
import { importFile } from './import-file.ts';
import { init } from './init.ts';
import { PAPERS, printPapers, type Paper } from './print-papers.ts';
import { ROUND_EXAMPLES, type RoundOptions, roundValue } from './round.ts';
import { serve } from './serve.ts';
import { programVersion, workspaceOf } from './shell-seat.ts';
import { syncDesk } from './sync-desk.ts';
import { EXIT, Refused, Teller } from './tell.ts';
import { verifyLedger } from './verify-ledger.ts';

interface Common {
  readonly workspace?: string;
  readonly as?: string;
}

const WORKSPACE = [
  '--workspace <dir>',
  '工作区文件夹，默认为个人数据目录 / workspace folder, by default your own',
] as const;
const AS = [
  '--as <login>',
  '由谁操作；密码取自 WORKSTATION_PASSWORD 或询问 / who does it; password from WORKSTATION_PASSWORD or asked',
] as const;

const program = new Command('workstation')
  .description('一乡一品评审工作站命令行。\nThe OTOP review workstation from a shell.')
  .version(programVersion(), '--version', '版本 / version')
  .option('--json', '结果为 JSON / results as JSON', false)
  .helpOption('-h, --help', '帮助 / help')
  .helpCommand(false)
  .showSuggestionAfterError(true)
  .addHelpText(
    'after',
    '\n从项目文件夹运行 from the project folder: npm run --silent workstation -- COMMAND\n退出码 exit codes: 0 完成 done, 2 拒绝及原因 refused with the reason, 1 程序故障 fault of the program',
  );

const teller = (): Teller => new Teller(program.opts<{ readonly json: boolean }>().json);
const endWith = (code: number): void => {
  process.exitCode = code;
};

program
  .command('init')
  .description('建立工作区 / make a workspace')
  .option(...WORKSPACE)
  .option('--admin <login>', '第一位管理员的登录名 / login of the first administrator')
  .option('--name <name>', '管理员姓名 / the administrator’s name')
  .option('--desk <nn>', '工作站编号，每台不同 / this desk’s two digits, different for every desk', '01')
  .option('--demo', '装入样例人员和 240 份样例申报 / with sample people and 240 sample applications', false)
  .action(
    (
      options: Common & {
        readonly admin?: string;
        readonly name?: string;
        readonly desk: string;
        readonly demo: boolean;
      },
    ) => init(teller(), workspaceOf(options.workspace), options),
  );

program
  .command('import')
  .description('导入申报（.xlsx 或 .json）/ import applications (.xlsx or .json)')
  .argument('<file>')
  .option(...WORKSPACE)
  .option(...AS)
  .option('--bad-rows <file>', '有误的行写到何处 / where bad rows are written')
  .action((file: string, options: Common & { readonly badRows?: string }) =>
    importFile(teller(), workspaceOf(options.workspace), file, options),
  );

program
  .command('evaluate')
  .description('对档案作星级判定 / run the star decision on dossiers')
  .argument('<file>', '一份档案、数组；- 为标准输入 / one dossier or an array; - reads standard input')
  .option('--lines', '每行一份档案 / one dossier per line', false)
  .option('--standard <file>', '标准文件，默认随附的 / standard file, the shipped one by default')
  .action(async (file: string, options: { readonly lines: boolean; readonly standard?: string }) =>
    endWith(await evaluateFile(file, options)),
  );

program
  .command('call')
  .description('调用任一接口，结果为 JSON / call any entry of the contract, prints JSON')
  .argument('<name>', '如 e.g. case.list')
  .argument('[json]', '输入 / input', '{}')
  .option(...WORKSPACE)
  .option(...AS)
  .action((name: string, json: string, options: Common) =>
    callEntry(teller(), workspaceOf(options.workspace), name, json, options),
  );

program
  .command('print')
  .description('把证书、标识或样品标签打印为 PDF / print certificates, badges or sample labels to PDF')
  .addArgument(new Argument('<paper>').choices(PAPERS))
  .requiredOption('--out <dir>', '存放文件夹 / folder for the files')
  .option(...WORKSPACE)
  .option(...AS)
  .option(
    '--numbers <list>',
    '编号，以逗号分隔；默认为未打印的 / numbers, by commas; by default what was not printed yet',
    commaList,
  )
  .option('--copies <n>', '每号枚数（标识）/ labels of each number (badges)', positive, 1)
  .option('--start-at <n>', '从第几枚开始（标识）/ first label of a part-used sheet (badges)', positive, 1)
  .option('--reason <text>', '补打原因 / reason of a reprint')
  .action(
    (
      paper: Paper,
      options: Common & {
        readonly out: string;
        readonly numbers?: readonly string[];
        readonly copies: number;
        readonly startAt: number;
        readonly reason?: string;
      },
    ) => printPapers(teller(), workspaceOf(options.workspace), paper, { ...options, out: resolve(options.out) }),
  );

program
  .command('sync')
  .description('与平台同步 / synchronise with the platform')
  .option(...WORKSPACE)
  .option(...AS)
  .option('--enrol <origin>', '先接入平台，如 http://127.0.0.1:8790 / join a platform first')
  .option('--code <code>', '登记码 / enrolment code')
  .action(async (options: Common & { readonly enrol?: string; readonly code?: string }) =>
    endWith(await syncDesk(teller(), workspaceOf(options.workspace), options)),
  );

const ledger = program
  .command('ledger')
  .description('账本 / the ledger')
  .helpOption('-h, --help', '帮助 / help')
  .helpCommand(false);
ledger
  .command('verify')
  .description('校验整条哈希链 / check the whole hash chain')
  .option(...WORKSPACE)
  .action(async (options: Common) => endWith(await verifyLedger(teller(), workspaceOf(options.workspace))));

program
  .command('check')
  .description(`检查一个代码 / check a code: ${CHECK_KINDS.join(', ')}`)
  .argument('<kind>')
  .argument('<value>')
  .action(async (kind: string, value: string) => {
    const { exit, result } = await checkValue(kind, value);
    const lines = [
      result.message.zh,
      result.message.en,
      ...result.warnings.flatMap(({ zh, en }) => [`! ${zh}`, `! ${en}`]),
    ];
    teller().result(result, lines);
    endWith(exit);
  });

program
  .command('round')
  .description(
    '按 GB/T 8170 修约一个数；三个选项须给且只给一个 / round one value by GB/T 8170; give exactly one of the three options',
  )
  .argument('<value>', '要修约的数，如 12.1498 / the value to round, like 12.1498')
  .option('--decimals <n>', '保留 n 位小数，0 至 30 / keep n digits after the point, 0 to 30')
  .option('--significant <n>', '保留 n 位有效数字，1 至 30 / keep n significant digits, 1 to 30')
  .option('--interval <i>', '修约到 i 的整数倍，如 0.5、0.2、100 / to a whole multiple of i, like 0.5, 0.2 or 100')
  .addHelpText('after', ROUND_EXAMPLES)
  .action((value: string, options: RoundOptions) => {
    const reply = roundValue(value, options);
    teller().result(reply, [reply.value]);
  });

program
  .command('serve')
  .description('在本机浏览器门上打开工作区，给出链接 / open the workspace on the localhost door and print its link')
  .option(...WORKSPACE)
  .option('--port <n>', '端口，默认任意空闲端口 / port, any free one by default')
  .option('--window', '尽可能打开应用窗口 / open an app window where possible', false)
  .action(async (options: Common & { readonly port?: string; readonly window: boolean }) =>
    endWith(await serve(workspaceOf(options.workspace), options)),
  );

program
  .command('demo')
  .description('建立演示工作区并走完全程 / make a demo workspace and drive the whole job')
  .argument('[dir]', '文件夹 / folder', 'demo-workspace')
  .action((dir: string) => runDemo(teller(), resolve(dir)));

function commaList(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

function positive(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('应为正整数 / a positive whole number');
  return Number(text);
}

/** Ends every command the same way: refusals with 2 and their sentences, anything else as a fault with 1. */
async function main(): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) =>
    process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.fault),
  );
  for (const command of [program, ...program.commands, ...ledger.commands]) {
    command.exitOverride().helpOption('-h, --help', '帮助 / help');
  }
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) return endWith(error.exitCode === 0 ? EXIT.done : EXIT.refused);
    if (error instanceof Refused) {
      teller().refused(error);
      return endWith(EXIT.refused);
    }
    process.stderr.write(
      `程序故障 / fault of the program: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    endWith(EXIT.fault);
  }
}

await main();
