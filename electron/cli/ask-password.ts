import { Refused } from './tell.ts';

/**
 * Asks for a password on the terminal without showing it.
 * @throws Refused where there is no terminal to ask on.
 */
export function askPassword(login: string): Promise<string> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) {
    throw new Refused('session.needed', {
      zh: '没有终端可询问密码，请设置环境变量 WORKSTATION_PASSWORD。',
      en: 'There is no terminal to ask for the password on; set WORKSTATION_PASSWORD.',
    });
  }
  stderr.write(`${login} · 密码 password: `);
  stdin.setRawMode(true);
  stdin.resume();
  return new Promise((resolve, reject) => {
    let typed = '';
    const finish = (end: () => void): void => {
      stdin.setRawMode(false);
      stdin.pause();
      stdin.off('data', read);
      stderr.write('\n');
      end();
    };
    const read = (data: Buffer): void => {
      for (const character of data.toString('utf8')) {
        if (character === '\r' || character === '\n') return finish(() => resolve(typed));
        if (character === '\u0003')
          return finish(() => reject(new Refused('cancelled', { zh: '已取消。', en: 'Cancelled.' })));
        typed = character === '\u007f' || character === '\b' ? typed.slice(0, -1) : typed + character;
      }
    };
    stdin.on('data', read);
  });
}
