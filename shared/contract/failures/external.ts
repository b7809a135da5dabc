/** Refusals of delegated evaluation: bodies, commissions, their reports; and of drawing spot checks. */
export const externalFailures = {
  'external.body-unknown': {
    zh: '没有这家机构。请刷新后重选。',
    en: 'There is no such body. Refresh and choose again.',
  },
  'external.body-taken': {
    zh: '机构“{name}”已登记。换了证书请在该机构下添加新证书。',
    en: '“{name}” is already registered. Add a new certificate to it instead.',
  },
  'external.accreditation-known': {
    zh: '证书 {scheme} {number}（{validFrom} 至 {validUntil}）已登记。',
    en: 'Certificate {scheme} {number} ({validFrom} to {validUntil}) is already registered.',
  },
  'external.not-accredited': {
    zh: '“{name}”在 {on} 没有有效的认可或资质认定，不能委托。已登记：{zh}。请先登记新证书，或另选机构。',
    en: '“{name}” had no valid accreditation on {on} and cannot be commissioned. Registered: {en}. Register the renewed certificate, or choose another body.',
  },
  'external.in-future': {
    zh: '日期 {on} 在今天（{today}）之后，未保存。',
    en: '{on} lies after today ({today}); nothing was saved.',
  },
  'external.due-before-start': {
    zh: '应交日期早于委托日期 {on}。',
    en: 'The due day lies before the commission, {on}.',
  },
  'external.not-two-star': {
    zh: '第三方委托评价用于 2 星申报，本案申报 {star} 星。',
    en: 'A third party is commissioned for 2★; this case asks for {star}★.',
  },
  'external.already-commissioned': {
    zh: '本案已委托“{name}”（{on}）。要换机构，请先取消该委托。',
    en: '“{name}” is already commissioned for this case ({on}). Cancel that first to change the body.',
  },
  'external.commission-unknown': { zh: '没有这项委托。请刷新。', en: 'There is no such commission. Refresh.' },
  'external.commission-closed': {
    zh: '这项委托已取消，未保存。',
    en: 'This commission was cancelled; nothing was saved.',
  },
  'external.commission-accepted': {
    zh: '这项委托的报告已采信，不能取消。',
    en: 'A report of this commission was accepted; it cannot be cancelled.',
  },
  'external.report-unknown': { zh: '没有这份报告。请刷新。', en: 'There is no such report. Refresh.' },
  'external.report-open': {
    zh: '报告 {number} 还在核对，先采信或退回它。',
    en: 'Report {number} is still being checked; accept or return it first.',
  },
  'external.report-closed': {
    zh: '报告 {number} 已有结论，不能再改；更正须登记修改后的报告。',
    en: 'Report {number} is concluded and cannot be changed; a correction is an amended report.',
  },
  'external.must-amend': {
    zh: '此前已有报告 {number}。请写明新报告替换它的原因。',
    en: 'Report {number} came before. Say why the new one takes its place.',
  },
  'external.nothing-to-amend': {
    zh: '此前没有报告可替换，请留空。',
    en: 'There is no earlier report to take the place of; leave this empty.',
  },
  'external.before-original': {
    zh: '签发日期早于原报告的 {issuedOn}。',
    en: 'It was issued before the report it amends, {issuedOn}.',
  },
  'external.already-amended': {
    zh: '报告 {number} 已被 {by} 替换。',
    en: 'Report {number} was already amended by {by}.',
  },
  'external.number-taken': {
    zh: '“{name}”的报告编号 {number} 已用于案卷 {caseId}（{on} 登记），未保存。',
    en: 'Report {number} of “{name}” is already used for case {caseId} (registered {on}); nothing was saved.',
  },
  'external.issued-before-commission': {
    zh: '签发日期 {on} 早于委托日期 {commissionedOn}。',
    en: 'Issued on {on}, before the commission of {commissionedOn}.',
  },
  'external.received-before-issue': {
    zh: '收到日期早于签发日期 {on}。',
    en: 'Received before it was issued, {on}.',
  },
  'external.same-file': {
    zh: '“{name}”与案卷 {caseId} 报告 {number} 的附件是同一份文件，未保存。请核对是否拿错了报告。',
    en: '“{name}” is the same file as with report {number} of case {caseId}; it was not kept. Check whether the wrong report was taken.',
  },
  'external.no-file': {
    zh: '还没有附上报告 PDF。',
    en: 'The report’s PDF is not attached yet.',
  },
  'external.point-unknown': { zh: '核对项“{id}”不存在。', en: 'There is no point “{id}”.' },
  'external.point-applies': {
    zh: '“{zh}”不能答“不适用”。',
    en: '“{en}” cannot be answered “not applicable”.',
  },
  'external.page-needed': { zh: '“{zh}”：请写明在第几页。', en: '“{en}”: say on which page.' },
  'external.page-beyond': {
    zh: '“{zh}”：报告只有 {pages} 页，没有第 {page} 页。',
    en: '“{en}”: the report has {pages} pages; there is no page {page}.',
  },
  'external.note-needed': { zh: '“{zh}”：请写明缺什么。', en: '“{en}”: say what is wrong.' },
  'external.plan-unknown': { zh: '没有检测方案“{id}”。', en: 'There is no test plan “{id}”.' },
  'external.item-unknown': { zh: '方案中没有项目“{id}”。', en: 'The plan has no item “{id}”.' },
  'external.item-twice': { zh: '项目“{name}”填了两次。', en: '“{name}” is entered twice.' },
  'external.points-open': {
    zh: '还有 {count} 项没有核对，不能采信。',
    en: '{count} points are not checked yet; the report cannot be accepted.',
  },
  'external.points-failing': {
    zh: '有 {count} 项不符合，不能采信：{zh}。请退回机构。',
    en: '{count} points fail; the report cannot be accepted: {en}. Return it to the body.',
  },
  'external.no-results': {
    zh: '还没有录入报告中的结果。',
    en: 'The report’s results are not entered yet.',
  },
  'external.results-unread': {
    zh: '有结果读不出：{names}。请改正后再采信。',
    en: 'Some results cannot be read: {names}. Put them right before accepting.',
  },
  'external.remark-needed': {
    zh: '有结果不合格，或机构与本中心判读不一致：{names}。请写明采信的理由。',
    en: 'Some results fail, or the body and the centre read them differently: {names}. Say why the report is accepted.',
  },
  'draw.nothing-to-draw': { zh: '没有待抽的案卷。', en: 'No case waits for a draw.' },
  'draw.share': { zh: '比例应为 1–100 的整数。', en: 'The share is a whole number from 1 to 100.' },
  'draw.list-changed': {
    zh: '待抽案卷已由 {expected} 件变为 {found} 件，没有抽取。请看过后再抽。',
    en: 'The cases waiting have changed from {expected} to {found}; nothing was drawn. Look again, then draw.',
  },
  'draw.too-many': {
    zh: '待抽案卷有 {found} 件，一次至多 {limit} 件。',
    en: '{found} cases wait; one draw takes at most {limit}.',
  },
  'draw.not-impartial': {
    zh: '你不能抽取案卷 {caseId}（利益冲突或已作评定），没有抽取。请由他人抽取。',
    en: 'You may not draw for case {caseId} (a conflict of interest, or you decided it); nothing was drawn. Let somebody else draw.',
  },
  'draw.unknown': { zh: '没有这次抽取。', en: 'There is no such draw.' },
} as const;
