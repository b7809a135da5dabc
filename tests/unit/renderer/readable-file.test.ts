import { describe, expect, it } from 'vitest';
import { readContent, type ReadableFile } from '#renderer/client/readable-file.ts';
import { ATTACHMENT_MAX_BYTES } from '#shared/contract/evidence.ts';

/** A file that counts how often it was read. */
function file(size: number, content: string | null): ReadableFile & { reads: number } {
  return {
    name: '检测结果.xlsx',
    size,
    reads: 0,
    read() {
      this.reads += 1;
      return Promise.resolve(content);
    },
  };
}

describe('a chosen file', () => {
  it('is read', async () => {
    expect(await readContent(file(3, 'QUJD'), 'zh')).toEqual({ content: 'QUJD', problem: null });
  });

  it('that was moved, is a folder or may not be read is named', async () => {
    const { content, problem } = await readContent(file(3, null), 'zh');
    expect(content).toBeNull();
    expect(problem).toMatch(/^“检测结果\.xlsx”打不开/);
    expect((await readContent(file(3, null), 'en')).problem).toMatch(/cannot be opened/);
  });

  it('that is empty or larger than the door takes is refused before it is read', async () => {
    const [empty, large] = [file(0, ''), file(ATTACHMENT_MAX_BYTES + 1, 'QUJD')];
    expect((await readContent(empty, 'zh')).problem).toMatch(/0 字节/);
    expect((await readContent(large, 'zh')).problem).toMatch(/有 41 MB，超过 40 MB/);
    expect([empty.reads, large.reads]).toEqual([0, 0]);
  });
});
