/** Refusals of the review: panels, opinions, consent, appeals, complaints. */
export const reviewFailures = {
  'impartiality.touched': {
    zh: '您此前参与过该案卷，不能参与其申诉（ISO/IEC 17065）。',
    en: 'You had to do with this case before, so you take no part in its appeal (ISO/IEC 17065).',
  },
  'impartiality.filed': {
    zh: '这项申诉由您登记，须由另一位没有参与过该案卷的评定人员评定或驳回。',
    en: 'You took this appeal in; another decider who had nothing to do with the case decides or dismisses it.',
  },
  'panel.complete': {
    zh: '专家意见已到齐并公开，专家组和意见都不再改动。',
    en: 'All opinions are in and open; the panel and its opinions no longer change.',
  },
  'panel.full': {
    zh: '专家组已满员。需要更换专家时，请评定人员先解除一位尚未发表意见的专家。',
    en: 'The panel is full. To change it, have a decider release an expert who has not given an opinion yet.',
  },
  'panel.no-expert': {
    zh: '{name}不是可用的评审专家，未指派。',
    en: '{name} is not an active expert; nobody was assigned.',
  },
  'panel.already-sits': { zh: '{name}已在专家组中。', en: '{name} already sits on the panel.' },
  'panel.not-seated': { zh: '{name}不在专家组中。', en: '{name} does not sit on the panel.' },
  'panel.not-yours': {
    zh: '只能解除自己的席位；{name}的席位由评定人员或管理员解除。',
    en: 'You can only give up your own seat; the seat of {name} is released by a decider or an administrator.',
  },
  'panel.has-spoken': {
    zh: '{name}已发表意见，席位不能解除；须由本人先撤回意见。',
    en: '{name} has given an opinion, so the seat stays; they can withdraw the opinion first.',
  },
  'panel.conflict': {
    zh: '{name}已申报与该企业有利益关系（{reason}），不能指派。',
    en: '{name} declared an interest in this enterprise ({reason}) and cannot be assigned.',
  },
  'panel.decided': {
    zh: '{name}评定过该案卷，不能再评审，未指派。',
    en: '{name} decided this case and cannot review it; nobody was assigned.',
  },
  'panel.touched': {
    zh: '{name}此前参与过该案卷，不能参与其申诉，未指派。',
    en: '{name} had to do with this case before and takes no part in its appeal; nobody was assigned.',
  },
  'opinion.none': { zh: '您没有可撤回的意见。', en: 'You have no opinion to withdraw.' },
  'opinion.was-open': {
    zh: '您的意见已向他人公开过，不能再撤回或更改。未作改动。',
    en: 'Others could read your opinion already, so it can no longer be withdrawn or changed. Nothing was changed.',
  },
  'opinion.criterion': {
    zh: '{star} 星不要求指标“{criterion}”。意见未保存，请重新打开案卷。',
    en: '{star} star(s) do not ask for “{criterion}”. The opinion was not saved; open the case again.',
  },
  'decision.unknown': { zh: '没有这份评定。', en: 'There is no such decision.' },
  'decision.provisional': {
    zh: '案卷 {caseId} 的评定尚未经平台确认。未保存，请同步后再办。',
    en: 'The platform has not accepted the decision on case {caseId} yet. Nothing was saved; sync, then try again.',
  },
  'decision.not-as-shown': {
    zh: '您查看之后，案卷事实、标准或日期有变，评定将与所示不同。没有写入，请核对新的内容后再评定。',
    en: 'The facts, the standard or the day changed after you looked, so another decision would be stored than was shown. Nothing was written; look again, then decide.',
  },
  'decision.not-refusable': {
    zh: '只有逾期未答复的低星级提议才能改为不予评定。未保存。',
    en: 'Only a lower star that the applicant let lapse can be refused. Nothing was saved.',
  },
  'decision.no-rival': {
    zh: '案卷 {caseId} 没有另一工作站的评定需要处理。',
    en: 'There is no other desk’s decision to settle on case {caseId}.',
  },
  'decision.settle-first': {
    zh: '另一工作站先评定了这个案卷，重发不会被接受。请在案卷里核对两份评定后处理。',
    en: 'Another desk decided this case first, so sending again will not be accepted. Open the case, look at both decisions and settle them there.',
  },
  'consent.lapsed': {
    zh: '提议的同意期限至 {until}，已过期，不能再同意。可重新评定，或写明理由不予评定。',
    en: 'The applicant could consent until {until}; that is past. Decide again, or refuse with a reason.',
  },
  'consent.fallen': {
    zh: '提议的星级今天已不成立：{reasonZh}同意没有记录，请重新评定。',
    en: 'The proposed star no longer stands today: {reasonEn} The consent was not recorded; decide the case anew.',
  },
  'case.incident-open': {
    zh: '案卷 {caseId} 有投诉或事故尚未结案或定级：{reasonZh}没有写入，定级、结案之后再办。',
    en: 'Case {caseId} has a complaint or accident that waits for its outcome or grade: {reasonEn} Nothing was written; do this once it is closed and graded.',
  },
  'consent.scan-needed': {
    zh: '纸质同意书须先附上扫描件。未保存。',
    en: 'Consent on paper needs its scan attached first. Nothing was saved.',
  },
  'round.came-second': {
    zh: '另一工作站先打开了这一轮评审，重发没有作用。请搁置；该轮结束后仍有需要的，在案卷里重新提出。',
    en: 'Another desk had opened this review first, so sending it again helps nothing. Lay it aside; if it is still needed when that review has ended, open it anew in the case.',
  },
  'round.not-decided': {
    zh: '案卷 {caseId} 没有可以申诉或更正的评定，或已有一轮评审在进行。',
    en: 'Case {caseId} has no decision to appeal against or correct, or a round is already open.',
  },
  'appeal.unknown': { zh: '没有这项申诉。', en: 'There is no such appeal.' },
  'appeal.settled': { zh: '这项申诉已有结论。', en: 'This appeal is settled.' },
  'appeal.panel-first': {
    zh: '驳回申诉与评定一样，须专家意见到齐：需要 {needed} 份，现有 {given} 份。申请人撤回或不符合受理条件的，请选相应的驳回依据。',
    en: 'Like a decision, dismissing an appeal takes all opinions of its panel: {needed} needed, {given} given. Where it was withdrawn or is not admissible, choose that ground.',
  },
  'appeal.already-dismissed': {
    zh: '对这份评定的申诉已于 {dismissedOn} 驳回（{reason}），同一评定不再受理申诉。发现事实有误的，请申请更正。',
    en: 'An appeal against this decision was dismissed on {dismissedOn} ({reason}); no other is taken in against the same decision. Where a fact is wrong, open a correction.',
  },
  'appeal.too-late': {
    zh: '申诉期限至 {until}，已过期，未受理。',
    en: 'An appeal could be filed until {until}; it is too late and was not taken in.',
  },
  'appeal.in-future': { zh: '收到日期晚于今天。', en: 'The day it was received lies in the future.' },
  'appeal.before-decision': {
    zh: '收到日期早于评定日期 {decidedOn}。',
    en: 'The day it was received lies before the decision of {decidedOn}.',
  },
  'incident.unknown': { zh: '没有这条投诉或事故。', en: 'There is no such complaint or accident.' },
  'incident.in-future': { zh: '收到日期晚于今天。', en: 'The day it was received lies in the future.' },
  'incident.before-it-happened': {
    zh: '发生日期晚于收到日期。',
    en: 'It cannot have happened after it was received.',
  },
  'incident.already-recorded': {
    zh: '同一件事已由{by}于 {at} 登记，未重复登记。',
    en: 'The very same was already recorded by {by} at {at}; it was not recorded again.',
  },
  'incident.second-person': {
    zh: '受理登记和定级、结论须由不同的人办理。',
    en: 'Whoever took it in does not grade or close it; ask another person.',
  },
  'incident.closed': { zh: '这条投诉或事故已有结论，不再改动。', en: 'It is closed and no longer changes.' },
} as const;
