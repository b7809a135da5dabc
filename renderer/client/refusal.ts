import { FAILURES, failureText, problemText } from '#shared/contract/failures.ts';

/** Languages a refusal can be told in. */
export type RefusalLanguage = 'zh' | 'en';

/** A refusal as a screen shows it: its code for branching, its sentence for people. */
export interface ShownRefusal {
  readonly code: string;
  readonly text: string;
}

/** What comes back with `ok: false`, before it is known to be one of ours. */
export interface RawRefusal {
  readonly code: string;
  readonly field?: string;
  readonly data?: Readonly<Record<string, string | number | null>>;
}

const DOOR: Readonly<Record<string, Readonly<Record<RefusalLanguage, string>>>> = {
  'door.offline': {
    zh: '没有送出：与本机服务的连接中断。未保存，请稍后重试。',
    en: 'Not sent: the connection to the local service is lost. Nothing was saved; try again shortly.',
  },
  'door.interrupted': {
    zh: '已送出，但没有收到答复。请先看列表是否已有变化，再决定是否重试。',
    en: 'It was sent but no answer came. Look whether the list has changed before trying again.',
  },
  'door.untrusted': {
    zh: '这个窗口没有获准使用工作站，请从启动程序重新打开。',
    en: 'This window may not use the workstation; open it again from the launcher.',
  },
  'door.fault': {
    zh: '程序出错，没有收到答复。请先看列表是否已有变化，再重试；若再次出现，请告诉技术人员（{code}）。',
    en: 'Something broke and no answer came. Look whether the list has changed, then try again; if it happens again tell your IT staff ({code}).',
  },
};

const VALUE_PROBLEM = { zh: '填写不正确', en: 'it is not filled in correctly' } as const;

const isOurs = (code: string): code is keyof typeof FAILURES => Object.hasOwn(FAILURES, code);

/** Puts a refusal of the backend or of the door into a sentence. */
export function showRefusal(refusal: RawRefusal, language: RefusalLanguage): ShownRefusal {
  const { code } = refusal;
  if (isOurs(code)) return { code, text: failureText({ ...refusal, code }, language) };
  const sentence = DOOR[code] ?? DOOR['door.fault'];
  return { code, text: (sentence?.[language] ?? code).replace('{code}', code) };
}

/** What is wrong with one field, as a sentence; a schema's own English never reaches a Chinese screen. */
export function showProblem(problem: string, language: RefusalLanguage): string {
  const known = problemText(problem, language);
  return known === problem ? VALUE_PROBLEM[language] : known;
}

/** The field a refusal concerns, when it names one: what is wrong with it, or the refusal's own sentence. */
export function fieldOfRefusal(refusal: RawRefusal, language: RefusalLanguage): Readonly<Record<string, string>> {
  if (refusal.field === undefined || refusal.field === '') return {};
  const problem = refusal.code === 'input.invalid' ? refusal.data?.[language] : undefined;
  const text = typeof problem === 'string' ? problem : showRefusal(refusal, language).text;
  return { [refusal.field]: text };
}
