/** Refusals of on-site inspection. */
export const visitsFailures = {
  'visit.unknown': {
    zh: '没有这次现场核验。',
    en: 'There is no such visit.',
  },
  'visit.not-for-star': {
    zh: '{star} 星不做现场核验（三星及以上才做），未安排。',
    en: 'Visits are made from three stars up, not for {star}; nothing was planned.',
  },
  'visit.already-planned': {
    zh: '案卷已有一次现场核验安排在 {on}，未重复安排。请改期或先取消它。',
    en: 'The case has a visit on {on} already; no second one was planned. Change that one, or cancel it first.',
  },
  'visit.in-past': {
    zh: '日期 {on} 已经过去，未保存。请选今天或以后的日期。',
    en: 'The day {on} is past; nothing was saved. Choose today or a later day.',
  },
  'visit.too-far-ahead': {
    zh: '日期 {on} 在一年以后，未保存。请核对年份；最晚可定 {latest}。',
    en: 'The day {on} is more than a year ahead; nothing was saved. Check the year; {latest} is the last day to choose.',
  },
  'visit.lead-not-on-team': {
    zh: '组长不在核验组名单里，未保存。',
    en: 'The lead is not on the team; nothing was saved.',
  },
  'visit.member-twice': {
    zh: '核验组里{name}出现了两次，未保存。',
    en: '{name} is on the team twice; nothing was saved.',
  },
  'visit.member-unfit': {
    zh: '{name}已停用，或不是检验员、评审专家，不能参加现场核验。未保存，请换人。',
    en: '{name} is disabled, or neither inspector nor expert, and cannot be on a visit. Nothing was saved; choose somebody else.',
  },
  'visit.member-conflict': {
    zh: '{name}已申报与该企业有利益关系（{reason}），不能参加现场核验（ISO/IEC 17065）。未保存，请换人。',
    en: '{name} declared an interest in this enterprise ({reason}) and takes no part in the visit (ISO/IEC 17065). Nothing was saved; choose somebody else.',
  },
  'visit.member-decided': {
    zh: '{name}评定过该案卷，不能再参加现场核验（ISO/IEC 17065）。未保存，请换人。',
    en: '{name} decided this case and takes no part in the visit (ISO/IEC 17065). Nothing was saved; choose somebody else.',
  },
  'visit.date-fixed': {
    zh: '现场核验已于 {on} 开始，日期不能再改；可以换人，或取消后重新安排。未保存。',
    en: 'The visit began on {on}; its day cannot change. Change the team, or cancel it and plan another. Nothing was saved.',
  },
  'visit.not-started': {
    zh: '现场核验还没有开始，未保存。请先点“开始核验”。',
    en: 'The visit has not begun; nothing was saved. Start it first.',
  },
  'visit.closed': {
    zh: '这次现场核验已办结，不再改动。未保存。',
    en: 'This visit is closed and no longer changes. Nothing was saved.',
  },
  'visit.cancelled': {
    zh: '这次现场核验已取消，未保存。可以另行安排。',
    en: 'This visit was cancelled; nothing was saved. Plan another.',
  },
  'visit.not-on-team': {
    zh: '您不在这次核验的名单里（{names}），不能记录。未保存。',
    en: 'You are not on this visit’s team ({names}), so you record nothing in it. Nothing was saved.',
  },
  'visit.signer-not-on-team': {
    zh: '{name}不在这次核验的名单里，未签名。',
    en: '{name} is not on this visit’s team; no signature was kept.',
  },
  'visit.line-unknown': {
    zh: '核验表里没有“{line}”这一项。未保存，请重新打开。',
    en: 'The checklist has no line “{line}”. Nothing was saved; open the visit again.',
  },
  'visit.answer-kind': {
    zh: '“{lineZh}”不能这样答，未保存。',
    en: '“{lineEn}” cannot be answered so; nothing was saved.',
  },
  'visit.severity-needed': {
    zh: '“{lineZh}”有问题，请选严重程度。未保存。',
    en: 'Something is wrong with “{lineEn}”: say how grave it is. Nothing was saved.',
  },
  'visit.severity-unwanted': {
    zh: '“{lineZh}”没有问题，不用选严重程度。未保存。',
    en: 'Nothing is wrong with “{lineEn}”, so it has no severity. Nothing was saved.',
  },
  'visit.note-needed': {
    zh: '请写明“{lineZh}”的情况或不适用的原因。未保存。',
    en: 'Write what was found at “{lineEn}”, or why it does not apply. Nothing was saved.',
  },
  'visit.cross-check-needed': {
    zh: '“现场核验”须写明与哪一个第二来源作了比对、结果如何；只看了资料请选“现场查看”。未保存。',
    en: '“Verified on site” needs the second source it was held against, and the result; if it was only looked at, choose “viewed on site”. Nothing was saved.',
  },
  'visit.drill-needed': {
    zh: '“有效测试”须写明演练的日期、参加人和经过；没有演练请选较低的等级。未保存。',
    en: '“Effectively tested” needs a drill: its day, who took part, what happened; without one choose a lower level. Nothing was saved.',
  },
  'visit.drill-in-future': {
    zh: '演练日期 {on} 还没到，未保存。',
    en: 'The day of the drill, {on}, has not come yet; nothing was saved.',
  },
  'visit.drill-too-old': {
    zh: '演练日期 {on} 太早，未保存。演练须在核验前十二个月内，即 {earliest} 或以后；请核对年份，或选较低的等级。',
    en: 'The day of the drill, {on}, is too long ago; nothing was saved. A drill counts within the twelve months before the visit, from {earliest} on: check the year, or choose a lower level.',
  },
  'visit.place-nowhere': {
    zh: '核验地点的纬度和经度都是 0，那是设备没有定位时的写法，未保存。请填真实位置，或不填。',
    en: 'Latitude and longitude of the visit’s place are both 0, which is what a device says that does not know where it is; nothing was saved. Enter the real place, or none.',
  },
  'visit.no-finding': {
    zh: '“{lineZh}”没有记录问题，不能开整改项。未保存；请先把该项答为“否”或“部分”。',
    en: 'No finding is recorded at “{lineEn}”, so there is nothing to put right. Nothing was saved; answer it “no” or “partly” first.',
  },
  'visit.due-not-ahead': {
    zh: '整改期限 {on} 不在今天（{today}）之后，未保存。请选以后的日期。',
    en: 'The due date of the corrective action, {on}, is not after today, {today}; nothing was saved. Choose a later day.',
  },
  'visit.due-too-far': {
    zh: '整改期限 {on} 在一年以后，未保存。请核对年份；最晚可定 {latest}。',
    en: 'The due date of the corrective action, {on}, is more than a year ahead; nothing was saved. Check the year; {latest} is the last day to choose.',
  },
  'visit.corrective-unknown': {
    zh: '没有这个整改项，未保存。请刷新后重试。',
    en: 'There is no such corrective action; nothing was saved. Refresh and try again.',
  },
  'visit.corrective-closed': {
    zh: '这个整改项已于 {at} 由 {by} 关闭，未重复关闭。',
    en: 'This corrective action was closed on {at} by {by}; it was not closed again.',
  },
  'visit.lead-closes': {
    zh: '现场核验由组长{name}办结。未办结，已记录的都在。',
    en: 'The lead, {name}, closes the visit. It was not closed; everything recorded is kept.',
  },
  'visit.lines-open': {
    zh: '还有 {count} 个必答项没有回答：{linesZh}。未办结，已记录的都在。',
    en: 'Required lines not answered: {count}: {linesEn}. The visit was not closed; everything recorded is kept.',
  },
  'visit.level-open': {
    zh: '{levelZh}达到的水平还没有记录。未办结，已记录的都在。',
    en: '{levelEn}: no level is recorded. The visit was not closed; everything recorded is kept.',
  },
  'visit.outcome-open': {
    zh: '还没有记录生产线、检测线的检验结果。未办结，已记录的都在。',
    en: 'The outcome of the production and testing lines is not recorded. The visit was not closed; everything recorded is kept.',
  },
  'visit.signature-missing': {
    zh: '还没有签名：{namesZh}。未办结，已记录的都在。',
    en: 'Not signed yet: {namesEn}. The visit was not closed; everything recorded is kept.',
  },
  'visit.signature-void': {
    zh: '签名后记录有改动，须重新签名：{namesZh}。未办结，已记录的都在。',
    en: 'The record changed after these signatures, so they must be given again: {namesEn}. The visit was not closed; everything recorded is kept.',
  },
} as const;
