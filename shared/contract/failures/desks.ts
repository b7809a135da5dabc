/** Refusals of sign-in, receiving, papers, decision, printing and synchronisation. */
export const deskFailures = {
  'input.invalid': {
    zh: '“{field}”填写有误：{zh}。未保存，请改正后重试。',
    en: 'Field “{field}” is not right: {en}. Nothing was saved; correct it and try again.',
  },
  'input.unknown-name': { zh: '没有名为“{name}”的操作。', en: 'There is no entry named “{name}”.' },
  'session.needed': { zh: '请先登录。', en: 'Sign in first.' },
  'session.locked': {
    zh: '工作站已锁定，请输入密码解锁。',
    en: 'The workstation is locked; enter your password to unlock it.',
  },
  'session.wrong-password': { zh: '登录名或密码不对。', en: 'The login or the password is not right.' },
  'session.too-many-tries': {
    zh: '密码连续输错，请 {seconds} 秒后再试。',
    en: 'Too many wrong passwords; try again in {seconds} seconds.',
  },
  'right.missing': {
    zh: '您的岗位（{roles}）不能进行此操作，需要：{needed}。',
    en: 'Your roles ({roles}) may not do this; it takes one of: {needed}.',
  },
  'person.login-taken': { zh: '登录名“{login}”已被使用。', en: 'The login “{login}” is taken.' },
  'person.unknown': { zh: '没有这个人员。', en: 'There is no such person.' },
  'person.last-administrator': {
    zh: '至少要保留一名可用的管理员。',
    en: 'At least one administrator must remain.',
  },
  'workspace.not-empty': {
    zh: '工作区已有数据，不能再建立第一位管理员或装入演示数据。',
    en: 'The workspace already holds data; the first administrator or the demo can only go into an empty one.',
  },
  'intake.refused': { zh: '文件未导入：{zh}。', en: 'The file was not imported. {en}.' },
  'parcel.unknown': { zh: '没有这个包裹。', en: 'There is no such parcel.' },
  'parcel.duplicate-waybill': {
    zh: '运单 {waybill} 已于 {at} 由 {by} 收下，未重复登记。',
    en: 'Waybill {waybill} was already received on {at} by {by}; it was not recorded again.',
  },
  'parcel.already-known': {
    zh: '运单 {waybill} 已在列表中（已预告或待认领），请直接打开它。',
    en: 'Waybill {waybill} is in the list already, announced or waiting to be matched; open it there.',
  },
  'parcel.orphan': {
    zh: '包裹 {waybill} 还没有对应案卷，请先认领。',
    en: 'Parcel {waybill} belongs to no case yet; match it first.',
  },
  'parcel.already-matched': { zh: '包裹已属于案卷 {caseId}。', en: 'The parcel already belongs to case {caseId}.' },
  'parcel.choose-case': {
    zh: '包裹 {waybill} 有 {count} 个案卷的样品，请先选择这一份属于哪个案卷。',
    en: 'Parcel {waybill} holds samples of {count} cases; choose the case of this one.',
  },
  'parcel.case-decided': {
    zh: '案卷 {caseId}（{product}）已评定，不再收样，未保存。请把包裹留作待认领，或退回寄件人。',
    en: 'Case {caseId} ({product}) is decided and takes no more samples; nothing was saved. Keep the parcel as an orphan, or return it to its sender.',
  },
  'parcel.not-of-case': {
    zh: '包裹 {waybill} 没有案卷 {caseId} 的样品。',
    en: 'Parcel {waybill} holds nothing of case {caseId}.',
  },
  'parcel.returned': {
    zh: '包裹 {waybill} 已于 {at} 退回：{reason}。未保存。',
    en: 'Parcel {waybill} was returned on {at}: {reason}. Nothing was saved.',
  },
  'parcel.has-samples': {
    zh: '包裹 {waybill} 已收过样品，不能再留作待认领或退回；请在样品上办理归还。',
    en: 'Samples of parcel {waybill} were already received; return the samples instead.',
  },
  'photo.unknown': {
    zh: '没有这张照片，或它已属于另一份样品。',
    en: 'There is no such photo, or it belongs to another sample.',
  },
  'photo.empty': {
    zh: '照片“{name}”是空文件（0 字节），未保存。',
    en: 'Photo “{name}” is an empty file (0 bytes); it was not kept.',
  },
  'photo.too-large': {
    zh: '照片“{name}”有 {mb} MB，超过 {limitMb} MB，未保存。请用相机的普通画质重拍。',
    en: 'Photo “{name}” has {mb} MB, over the limit of {limitMb} MB; it was not kept. Take it again at normal quality.',
  },
  'photo.too-many-pixels': {
    zh: '照片“{name}”有 {megapixels} 百万像素，超过 {limit}，未保存。',
    en: 'Photo “{name}” has {megapixels} megapixels, over the limit of {limit}; it was not kept.',
  },
  'photo.heic': {
    zh: '照片“{name}”是 HEIC 格式，本机不能读取，未保存。请在手机上改为“兼容性最佳”（JPEG）后重拍，或另存为 JPEG。',
    en: 'Photo “{name}” is HEIC, which this program cannot read; it was not kept. Set the phone to “most compatible” (JPEG) and take it again, or save it as JPEG.',
  },
  'photo.wrong-type': {
    zh: '“{name}”不是 JPEG、PNG 或 WebP 照片，未保存。',
    en: '“{name}” is no JPEG, PNG or WebP photo; it was not kept.',
  },
  'photo.corrupt': {
    zh: '照片“{name}”已损坏，读不出来，未保存。请重拍或重新传送。',
    en: 'Photo “{name}” is damaged and cannot be read; it was not kept. Take it or send it again.',
  },
  'file.unreadable': {
    zh: '“{name}”打不开，可能是文件夹，或文件已被移走、占用，未保存。请核对后重新选择。',
    en: '“{name}” cannot be opened: it may be a folder, or the file was moved or is in use; it was not kept. Look and choose it again.',
  },
  'printer.no-system': {
    zh: '本机没有打印系统，标签未打印。可打开 PDF 打印，样品和其他内容都已保存。',
    en: 'This machine has no print system; no label was printed. Open the PDF and print that; the sample itself is saved.',
  },
  'printer.not-set': {
    zh: '还没有选择标签打印机。请管理员在设置中选择，或打开 PDF 打印。',
    en: 'No label printer is chosen. Have an administrator choose one in the settings, or print the PDF.',
  },
  'printer.unknown': {
    zh: '找不到打印机“{printer}”，标签未打印。请检查连线，或打开 PDF 打印。',
    en: 'Printer “{printer}” is not there; no label was printed. Check its cable, or print the PDF.',
  },
  'printer.off': {
    zh: '打印机“{printer}”已停用或关机，标签未打印。开机后再打标签，或打开 PDF 打印。',
    en: 'Printer “{printer}” is off or disabled; no label was printed. Switch it on and print again, or print the PDF.',
  },
  'printer.failed': {
    zh: '打印机“{printer}”没有接受标签（{problem}），未打印。可重试，或打开 PDF 打印。',
    en: 'Printer “{printer}” did not take the label ({problem}); nothing was printed. Try again, or print the PDF.',
  },
  'sample.lapsed': {
    zh: '样品已于 {goodUntil} 过保质期。仍要收下请写明原因，否则拒收。未保存。',
    en: 'The sample lapsed after {goodUntil}. Give a reason to take it in all the same, or refuse it. Nothing was saved.',
  },
  'sample.unknown': { zh: '没有这份样品。', en: 'There is no such sample.' },
  'sample.location-needed': { zh: '请扫描或输入存放位置。', en: 'Scan or enter where the sample is kept.' },
  'sample.no-such-move': {
    zh: '样品不能从“{from}”变为“{to}”。',
    en: 'A sample cannot go from “{from}” to “{to}”.',
  },
  'sample.legal-hold': {
    zh: '样品所属案卷有未结投诉或申诉，不可归还或处置。',
    en: 'The sample’s case has an open complaint or appeal; it cannot be returned or disposed of.',
  },
  'custody.held': {
    zh: '样品 {barcode} 在{holder}手里，请先放回。',
    en: 'Sample {barcode} is with {holder}; bring it back first.',
  },
  'custody.not-held': { zh: '样品 {barcode} 没有被取出。', en: 'Sample {barcode} was not taken out.' },
  'custody.missing': {
    zh: '样品 {barcode} 记为缺失；找到后请先扫到货架上。',
    en: 'Sample {barcode} is recorded as missing; once found, scan it onto a shelf first.',
  },
  'custody.gone': {
    zh: '样品 {barcode} 已归还或处置，不再移动。',
    en: 'Sample {barcode} was returned or disposed of; it moves no more.',
  },
  'custody.two-persons': {
    zh: '处置须由第二个人确认，不能是同一人。',
    en: 'A disposal is confirmed by a second person, not by the same one.',
  },
  'custody.not-first': {
    zh: '样品 {barcode} 已登记收样。',
    en: 'The reception of sample {barcode} is recorded already.',
  },
  'custody.back-in-past': { zh: '预计归还日期早于今天。', en: 'The day it should be back lies in the past.' },
  'custody.day-in-past': { zh: '日期早于今天。', en: 'The day lies in the past.' },
  'witness.no-right': {
    zh: '{name}没有处置样品的权限，请另一位有权限的人确认。',
    en: '{name} may not dispose of samples; ask another person who may.',
  },
  'location.unknown': {
    zh: '没有货位 {code}。最接近的：{nearest}。没有移动任何样品。',
    en: 'There is no place {code}. The nearest: {nearest}. Nothing was moved.',
  },
  'location.form': {
    zh: '“{code}”不是货位编码；如 A、A-02、A-02-4，或一批 A-[01-06]-[1-4]。',
    en: '“{code}” is no place code; write A, A-02, A-02-4, or many as A-[01-06]-[1-4].',
  },
  'location.too-many': { zh: '一次最多 {most} 个货位。', en: 'At most {most} places at a time.' },
  'location.retired': { zh: '货位 {code} 已停用。', en: 'Place {code} is retired.' },
  'location.occupied': {
    zh: '货位 {code} 还有 {count} 份样品，请先移走。',
    en: 'Samples still lie at {code}: {count}. Move them first.',
  },
  'stocktake.unknown': { zh: '没有这次盘点。', en: 'There is no such stocktake.' },
  'stocktake.closed': { zh: '这次盘点已结束。', en: 'This stocktake is closed.' },
  'stocktake.unsettled': {
    zh: '还有 {count} 处差异没有处理，盘点未结束。',
    en: 'Differences not settled yet: {count}. The stocktake stays open.',
  },
  'stocktake.no-difference': { zh: '{code} 没有这样的差异。', en: 'There is no such difference for {code}.' },
  'sample.produced-in-future': { zh: '生产日期晚于今天。', en: 'The production date lies in the future.' },
  'case.unknown': { zh: '没有这个案卷。', en: 'There is no such case.' },
  'case.already-decided': {
    zh: '案卷 {caseId} 已评定，事实不再改动。',
    en: 'Case {caseId} is decided; its facts no longer change.',
  },
  'case.not-decided': { zh: '案卷 {caseId} 还没有授予星级。', en: 'Case {caseId} has not been granted a star.' },
  'case.changed-meanwhile': {
    zh: '案卷在您查看之后有了新变化，请核对后再评定。',
    en: 'The case changed after you opened it; look again, then decide.',
  },
  'case.not-decidable': {
    zh: '尚不能评定，缺：{missingZh}。',
    en: 'Not decidable yet; still missing: {missingEn}.',
  },
  'case.panel-incomplete': {
    zh: '{star} 星评定需要 {needed} 份专家意见，现有 {given} 份。',
    en: 'A {star}-star decision takes {needed} expert opinions; {given} given so far.',
  },
  'case.no-proposal': { zh: '案卷没有待同意的低星级提议。', en: 'The case has no lower star waiting for consent.' },
  'finding.review-in-future': {
    zh: '评审日期 {on} 晚于今天（{today}），未记录。评审之后再记录。',
    en: 'The review date {on} lies after today ({today}); nothing was recorded. Record it when the review has taken place.',
  },
  'finding.evaluation-in-future': {
    zh: '评价完成日期 {on} 晚于今天（{today}），未记录。尚未完成的，日期留空。',
    en: 'The day the evaluation was completed, {on}, lies after today ({today}); nothing was recorded. Leave it empty until it is completed.',
  },
  'case.nothing-reported': { zh: '没有随申报报送、待确认的结果。', en: 'No reported results wait for confirmation.' },
  'case.provisional': {
    zh: '案卷 {caseId} 的评定尚未经平台确认，暂不能发证。请到“平台”页同步，确认后再发。',
    en: 'The decision on case {caseId} is provisional until the platform accepts it; nothing is issued yet. Sync on the Platform page, then issue again.',
  },
  'document.unknown': { zh: '没有这份资料。', en: 'There is no such document.' },
  'document.replaced': {
    zh: '这份资料已有新件替换，请审核新件。',
    en: 'A newer paper has replaced this one; check the newer one.',
  },
  'document.points-open': {
    zh: '还不能通过，以下各项须为“是”：{pointsZh}。未保存；有一项为“否”请选不通过并写明原因。',
    en: 'It cannot be accepted until these are answered yes: {pointsEn}. Nothing was saved; if one is no, reject it with the reason.',
  },
  'document.unknown-point': {
    zh: '审核要点里没有“{point}”。未保存，请重新打开案卷。',
    en: 'The checklist has no point “{point}”. Nothing was saved; open the case again.',
  },
  'document.unknown-reason': {
    zh: '常用原因里没有“{reason}”。未保存。',
    en: 'There is no common reason “{reason}”. Nothing was saved.',
  },
  'case.already-returned': {
    zh: '案卷已于 {at} 由 {by} 退回补件，未重复退回。新资料到达后再办。',
    en: 'The case was already returned for papers on {at} by {by}; it was not returned again. Go on when newer papers arrive.',
  },
  'message.unknown': { zh: '没有这条消息。', en: 'There is no such message.' },
  'message.unknown-template': { zh: '没有消息模板“{template}”。', en: 'There is no message template “{template}”.' },
  'message.unfilled': {
    zh: '消息里还有 {place} 没有填写。未保存。',
    en: 'The message still has {place} to fill in. Nothing was saved.',
  },
  'message.handed-over': {
    zh: '消息已交给平台，不能撤回。可再准备一条更正。',
    en: 'The platform already has the message; it cannot be withdrawn. Prepare another that corrects it.',
  },
  'message.withdrawn': { zh: '消息已撤回。', en: 'The message is already withdrawn.' },
  'opinion.given': { zh: '您已对该案卷发表意见。', en: 'You have already given your opinion on this case.' },
  'impartiality.evaluated': {
    zh: '您参与了该案卷的检测、核验或评审，或办理过计入该案卷的投诉或事故，不能再作评定（ISO/IEC 17065）。',
    en: 'You tested, inspected or reviewed this case, or judged a complaint or accident that counts for it, so you may not decide it (ISO/IEC 17065).',
  },
  'impartiality.conflict': {
    zh: '您已申报与该企业有利益关系（{reason}），不能参与。',
    en: 'You declared an interest in this enterprise ({reason}), so you take no part.',
  },
  'impartiality.involved': {
    zh: '您评定过该案卷，不能再参与评价。',
    en: 'You decided this case, so you may not evaluate it.',
  },
  'award.unknown': { zh: '没有编号 {number}。', en: 'There is no number {number}.' },
  'award.in-review': {
    zh: '{number} 的案卷 {caseId} 正在重新评审，证书和标识暂不打印。评审结束后再打印。',
    en: 'Case {caseId} of {number} is under review again; its certificate and badge are not printed until that has ended.',
  },
  'award.star-differs': {
    zh: '{number} 为 {star} 星，案卷 {caseId} 现行评定已不是这个星级，证书和标识不再打印。',
    en: '{number} says {star} star(s), which the decision that stands on case {caseId} no longer does; its certificate and badge are not printed.',
  },
  'award.no-certificate': {
    zh: '{number} 为 {star} 星，三星及以上才有证书。',
    en: '{number} has {star} star(s); certificates begin at three.',
  },
  'paper.reason-needed': {
    zh: '{number} 已打印过，补打须写明原因。',
    en: '{number} was printed before; a reprint needs a reason.',
  },
  'award.missing-glyph': {
    zh: '案卷 {caseId} 的产品或企业资料中，“{character}”（{codePoint}）字库里没有，证书印不出来，未编号。请先让申请人改正该字。',
    en: 'No font has “{character}” ({codePoint}), in the product or enterprise of case {caseId}: its certificate could not be printed, so no number was given. Have the applicant correct it first.',
  },
  'paper.missing-glyph': {
    zh: '{number} 的{zh}中，“{character}”（{codePoint}）字库里没有，未打印任何内容。',
    en: 'No font has “{character}” ({codePoint}), in the {en} of {number}; nothing was printed.',
  },
  'paper.does-not-fit': {
    zh: '{number} 的{zh}太长，排不下，未打印。',
    en: '{number}: the {en} is too long to fit; nothing was printed.',
  },
  'paper.stock': {
    zh: '没有这种标签纸，或起始位置不在纸上。',
    en: 'No such label stock, or the start lies off the sheet.',
  },
  'sync.not-enrolled': { zh: '本工作站未接入平台。', en: 'This desk is not enrolled with a platform.' },
  'sync.refused': { zh: '平台拒绝：{reason}', en: 'The platform refused: {reason}' },
  'sync.offline': {
    zh: '连不上平台（{reason}）。数据都在本机，稍后再传。',
    en: 'The platform cannot be reached ({reason}). Everything is kept here and will be sent later.',
  },
  'problem.unknown': { zh: '没有这条待处理问题。', en: 'There is no such problem.' },
  'store.no-space': {
    zh: '磁盘已满，未保存。腾出空间后重试。',
    en: 'The disk is full; nothing was saved. Free some space and try again.',
  },
  'store.busy': { zh: '数据库正忙，未保存，请重试。', en: 'The database is busy; nothing was saved. Try again.' },
  internal: {
    zh: '程序出错，未保存。请把编号 {reference} 告诉技术人员。',
    en: 'Something broke; nothing was saved. Give reference {reference} to your IT staff.',
  },
} as const;
