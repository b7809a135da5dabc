/** Refusals of evidence: attached files, where a fact comes from. */
export const evidenceFailures = {
  'evidence.unknown': {
    zh: '找不到这份依据，它可能已被新的记录取代。请刷新后重试。',
    en: 'This evidence is not there; a newer record may stand in its place. Refresh and try again.',
  },
  'attachment.unknown': { zh: '没有这个附件。', en: 'There is no such file.' },
  'attachment.owner-unknown': {
    zh: '附件所属的记录不存在，“{name}”未保存。请刷新后重试。',
    en: 'The record this file belongs to is not there; “{name}” was not kept. Refresh and try again.',
  },
  'attachment.owner-closed': {
    zh: '这份记录已定稿，附件不能再增加或改动；“{name}”没有变化。',
    en: 'This record is closed and its files stay as they are; nothing was done with “{name}”.',
  },
  'attachment.empty': {
    zh: '“{name}”是空文件（0 字节），未保存。',
    en: '“{name}” is an empty file (0 bytes); it was not kept.',
  },
  'attachment.already-here': {
    zh: '“{name}”已在这里（“{as}”），内容完全相同，没有再存一份。',
    en: '“{name}” is here already as “{as}”, the same to the last byte; no second one was kept.',
  },
  'attachment.too-large': {
    zh: '“{name}”有 {mb} MB，超过 {limitMb} MB，未保存。',
    en: '“{name}” has {mb} MB, over the limit of {limitMb} MB; it was not kept.',
  },
  'attachment.not-pdf': {
    zh: '“{name}”不是能打开的 PDF，未保存。请重新导出或重新传送。',
    en: '“{name}” is no PDF that opens; it was not kept. Export or send it again.',
  },
  'attachment.encrypted': {
    zh: '“{name}”设有打开密码，未保存。请去掉密码后再传。',
    en: '“{name}” is protected by a password; it was not kept. Remove the password and send it again.',
  },
  'attachment.wrong-type': {
    zh: '“{name}”不是 PDF、JPEG、PNG 或 WebP，未保存。',
    en: '“{name}” is no PDF, JPEG, PNG or WebP; it was not kept.',
  },
  'attachment.order-stale': {
    zh: '附件有增减，顺序未改。请按刷新后的列表重新排列。',
    en: 'Files came or went meanwhile; the order is unchanged. Arrange the refreshed list.',
  },
  'attachment.already-struck': {
    zh: '“{name}”已由{by}作废，不再改动。',
    en: '“{name}” was struck out by {by} and stays as it is.',
  },
  'attachment.not-here': {
    zh: '“{name}”是其他工作站的附件，原件尚未下载。联网同步后即可打开。',
    en: '“{name}” was kept at another desk and its original has not come down yet. It opens after the next sync.',
  },
  'attachment.foreign': {
    zh: '“{name}”由其他工作站保存，只能在那里改动。',
    en: '“{name}” was kept at another desk and can only be changed there.',
  },
  'note.unknown': {
    zh: '这条批注已不在页上，无需再撤。',
    en: 'This note is no longer on its page; there is nothing to take off.',
  },
  'note.not-yours': {
    zh: '只有钉批注的人才能撤下它，批注未改动。',
    en: 'Only who pinned a note takes it off; the note was left alone.',
  },
  'note.page-unknown': {
    zh: '“{name}”只有 {pages} 页，批注未保存。',
    en: '“{name}” has only {pages} pages; the note was not kept.',
  },
} as const;
