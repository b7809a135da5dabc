/** Refusals of the laboratory: plans, orders, results, reports. */
export const labFailures = {
  'test-plan.unknown': {
    zh: '没有检测方案“{plan}”，或还没有生效的版本。',
    en: 'There is no test plan “{plan}”, or no version of it is in force yet.',
  },
  'test-plan.invalid': {
    zh: '方案“{field}”填写有误：{zh}。未保存，请改正后重试。',
    en: 'The plan is not right at “{field}”: {en}. Nothing was saved; correct it and try again.',
  },
  'test-plan.version-taken': {
    zh: '方案“{plan}”已有版本 {version}，版本一经保存不再更改。未保存，请另取版本号。',
    en: 'Plan “{plan}” already has a version {version}, and a version never changes. Nothing was saved; give it another.',
  },
  'test-plan.identical': {
    zh: '内容与方案“{plan}”的版本 {version} 完全相同，未保存。',
    en: 'It says exactly what version {version} of plan “{plan}” says; nothing was saved.',
  },
  'test-plan.in-past': {
    zh: '生效日期 {day} 早于今天，未保存。请填今天或以后的日期。',
    en: 'The effective day {day} lies before today; nothing was saved. Give today or a later day.',
  },
  'lab.unknown-order': { zh: '没有这个检测任务。', en: 'There is no such test order.' },
  'lab.unknown-report': { zh: '没有这份检测报告。', en: 'There is no such test report.' },
  'lab.unknown-item': {
    zh: '方案“{plan}”版本 {version} 里没有项目“{item}”，未下达任务。',
    en: 'Version {version} of plan “{plan}” has no item “{item}”; no order was made.',
  },
  'lab.item-twice': {
    zh: '项目“{item}”选了两次，未下达任务。',
    en: 'The item “{item}” was chosen twice; no order was made.',
  },
  'lab.sample-refused': {
    zh: '样品 {barcode} 已拒收（{reason}），不能检测。',
    en: 'Sample {barcode} was refused ({reason}) and cannot be tested.',
  },
  'lab.sample-gone': {
    zh: '样品 {barcode} 已归还或处置，不能检测。',
    en: 'Sample {barcode} was returned or disposed of and cannot be tested.',
  },
  'lab.sample-lapsed': {
    zh: '样品 {barcode} 已于 {goodUntil} 过期，检测结果不能代表产品。未下达任务，请让申报方重新寄样。',
    en: 'Sample {barcode} lapsed after {goodUntil}, so results would not speak for the product. No order was made; have a new sample sent.',
  },
  'lab.order-open': {
    zh: '案卷已有进行中的同类任务 {number}，未重复下达。',
    en: 'The case has an open order of the kind, {number}; no second one was made.',
  },
  'lab.retest-reason-needed': {
    zh: '案卷已有同类报告 {number}。再次检测须写明原因，未下达任务。',
    en: 'The case has a report of the kind, {number}. A repeated test needs a reason; no order was made.',
  },
  'lab.scope-reason-needed': {
    zh: '未按产品类别的完整方案检测（{zh}），须写明原因。未下达任务。',
    en: 'This is not the whole plan for the product’s category ({en}), which needs a reason. No order was made.',
  },
  'lab.no-microbiological-retest': {
    zh: '微生物指标不合格（{itemsZh}）不得复检（GB 4789.1；GB 29921）。未更改任何内容。',
    en: 'Microbiological items that failed ({itemsEn}) are not tested again (GB 4789.1; GB 29921). Nothing was changed.',
  },
  'lab.changed': {
    zh: '任务 {number} 在您查看后已有变化（{by}，{at}）。您填写的内容还在，请刷新后再保存。',
    en: 'Order {number} has changed since you opened it ({by}, {at}). What you entered is still here; refresh, then save again.',
  },
  'lab.not-open': {
    zh: '任务 {number} 已签发或取消，不能再改。要更改已签发的结果，请先发起更正。',
    en: 'Order {number} is released or cancelled and takes no more changes. To change a released result, begin an amendment.',
  },
  'lab.has-report': {
    zh: '任务 {number} 已签发报告 {report}，不能取消。',
    en: 'Order {number} has a released report, {report}, and cannot be cancelled.',
  },
  'lab.not-decided': {
    zh: '任务 {number} 还不能签发。未录入：{missingZh}；未判定：{undecidedZh}。',
    en: 'Order {number} cannot be released yet. Not entered: {missingEn}; not decided: {undecidedEn}.',
  },
  'lab.second-person': {
    zh: '签发须由另一人复核。{by} 录入过读数或发起了更正，不能签发。',
    en: 'A second person verifies before release. {by} entered readings or began the amendment and cannot release.',
  },
  'lab.nothing-amended': {
    zh: '更正还没有改动任何读数，报告 {report} 仍然有效。请先更改，或撤回更正。',
    en: 'The amendment has changed no reading yet, and report {report} stands. Change what is wrong, or take the amendment back.',
  },
  'lab.not-newest': {
    zh: '报告 {report} 已被 {by} 更正，请更正那一份。',
    en: 'Report {report} was amended by {by}; amend that one.',
  },
  'lab.amending': {
    zh: '报告 {report} 的更正已由 {by} 发起，请继续那次更正。',
    en: '{by} has begun to amend report {report}; go on there.',
  },
  'lab.newer-order': {
    zh: '报告 {report} 之后已有同类任务 {number}，以它的结果为准，不再更正。',
    en: 'Order {number} of the kind came after report {report} and its results count; the report is not amended any more.',
  },
  'lab.file-known': {
    zh: '文件“{name}”已由 {by} 于 {at} 导入（当时名为“{as}”），未重复导入。',
    en: 'The file “{name}” was imported by {by} on {at} (then named “{as}”); it was not imported again.',
  },
  'finding.from-lab': {
    zh: '该案卷已有检测任务 {number}，合格与否由检测报告得出，不能手工填写。请签发报告，或先取消任务。',
    en: 'The case has test order {number}, whose report says the outcome; it is not typed by hand. Release the report, or cancel the order first.',
  },
  'finding.test-ordered': {
    zh: '该案卷已有寄样抽检任务 {number}，不能再记为“未抽中”；合格与否由检测报告得出。',
    en: 'The case has spot-check order {number} and cannot be recorded as not selected; its report says the outcome.',
  },
  'finding.drawn': {
    zh: '该案卷已在抽样 {number} 中抽中，检测结果只能来自检测报告，不能手工填写。请下达检测任务并签发报告。',
    en: 'The case was drawn in {number}, so its result comes from a laboratory report only and is not typed by hand. Order the test and release its report.',
  },
} as const;
