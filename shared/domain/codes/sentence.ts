import type { Bilingual } from '#shared/domain/star/star.ts';

/** Puts a Chinese and an English text together. */
export const sentence = (zh: string, en: string): Bilingual => ({ zh, en });
