/** Refusals of standards: import, comparison, what-if. */
export const standardsFailures = {
  'standard.unknown': { zh: '没有这个版本的标准。', en: 'There is no such version of the standard.' },
  'standard.same-content': {
    zh: '这份文件与已有的 {version} 内容完全相同，未重复导入。',
    en: 'This file has the same content as {version}, which is here already; it was not imported again.',
  },
  'standard.version-taken': {
    zh: '版本号 {version} 已被另一份内容不同的标准使用。请改用新的版本号，未导入。',
    en: 'Version {version} is the name of a standard with other content. Give the file a version of its own; it was not imported.',
  },
  'standard.other-scheme': {
    zh: '这份标准属于“{found}”，本工作站的标准是“{expected}”，未导入。',
    en: 'This standard belongs to the scheme “{found}”; this workstation decides by “{expected}”. It was not imported.',
  },
  'standard.not-draft': {
    zh: '{version} 不是草稿，不能再这样改动；已生效的标准只能由新版本取代。',
    en: '{version} is no draft and cannot be changed so; a standard in force is only replaced by a newer version.',
  },
  'standard.past-date': {
    zh: '生效日期 {date} 已过，只能从今天（{today}）或以后开始。未改动。',
    en: '{date} has passed; a standard can take effect today ({today}) or later. Nothing was changed.',
  },
  'standard.date-taken': {
    zh: '{date} 已定由 {version} 生效，请换一天，或先撤下它。未改动。',
    en: '{version} takes effect on {date} already; choose another day or drop that one first. Nothing was changed.',
  },
  'standard.unfit': {
    zh: '{version} 导入时还没有现在的检查，其中有误（{field}：{zh}），不能生效。请改正文件，换版本号重新导入。未改动。',
    en: '{version} was imported before files were checked as they are now, and is wrong ({field}: {en}); it cannot take effect. Correct the file and import it under a version of its own. Nothing was changed.',
  },
  'what-if.gone': {
    zh: '这次试算的结果已不在，请重新试算。',
    en: 'The result of this trial is gone; run it again.',
  },
} as const;
