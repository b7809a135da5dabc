import { shortDivisionName } from '#electron/backend/services/intake/division-index.ts';
import { gtinCheck } from '#shared/domain/codes/gtin.ts';
import { mod1110CheckDigit } from '#shared/domain/codes/iso7064.ts';
import { orgCodeCheck } from '#shared/domain/codes/org-code.ts';
import { usccCheck } from '#shared/domain/codes/uscc.ts';
import type { Carrier } from '#shared/domain/codes/waybill.ts';

/** Numbers from a seed, the same on every machine. */
export interface Dice {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  /** The list in another order. */
  shuffle<T>(list: readonly T[]): readonly T[];
}

/** Builds dice from a seed (mulberry32). */
export function diceFrom(seed: number): Dice {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    between,
    pick: <T>(list: readonly T[]): T => {
      const chosen = list[between(0, list.length - 1)];
      if (chosen === undefined) throw new RangeError('nothing to pick from');
      return chosen;
    },
    shuffle: <T>(list: readonly T[]): readonly T[] => {
      const shuffled = [...list];
      for (let index = shuffled.length - 1; index > 0; index -= 1) {
        const other = between(0, index);
        const kept = shuffled[index] as T;
        shuffled[index] = shuffled[other] as T;
        shuffled[other] = kept;
      }
      return shuffled;
    },
  };
}

/** Invented trade names; the second list holds characters that printers and fonts stumble over. */
const BRANDS =
  '云上 溪畔 山间 禾下 青岭 松月 竹里 半亩 星垂 听泉 望岫 拾穗 归田 长廊 石桥 古渡 雨前 朝露 晚风 远山 百草 千峰 万亩 清源 明湖'.split(
    ' ',
  );
const RARE_BRANDS = '𠮷祥 㵑溪 䶮源 龘丰 犇牛 鱻味 垚森 淼泉 喆和 堃裕 㙍田 囍禾'.split(' ');

const TRADES: Readonly<Record<string, string>> = {
  tea: '茶业',
  grain: '粮业',
  fruit: '果业',
  vegetable: '蔬菜',
  meat: '食品',
  aquatic: '水产',
  oil: '油脂',
  liquor: '酒业',
  'medicine-food': '本草',
  handicraft: '工艺',
  textile: '织绣',
};

const SURNAMES = '田 周 向 彭 石 龙 麻 罗 谭 欧阳 曾 邓 符 粟 覃 单 仇 区 查 解 乐 朴 翟 訾 亓'.split(' ');
const GIVEN = '小禾 青山 映雪 知秋 长河 念慈 𠮷 䶮 犇 望舒 晓岚 田野 秋收 春生 子衿 若谷 怀瑾'.split(' ');

/** An invented enterprise's name, marked as a sample. */
export function enterpriseName(county: string, category: string, serial: number, cooperative: boolean): string {
  const short = shortDivisionName(county);
  const place = short.length >= 2 ? short : county;
  const brands = serial % 7 === 3 ? RARE_BRANDS : BRANDS;
  const brand = brands[Math.floor(serial / (serial % 7 === 3 ? 7 : 1)) % brands.length] ?? '云上';
  const trade = TRADES[category] ?? '农业';
  return `${place}${brand}${trade}${cooperative ? '专业合作社' : '有限公司'}（样例）`;
}

/** An invented contact's name, marked as a sample. */
export const contactName = (dice: Dice): string => `${dice.pick(SURNAMES)}${dice.pick(GIVEN)}（样例）`;

/**
 * A valid unified code that nobody holds: the organisation part begins with `MAX`, a series not given
 * out. `93` is a cooperative, `91` a company.
 */
export function sampleUscc(countyCode: string, serial: number, cooperative: boolean): string {
  const body = `MAX${String(serial).padStart(5, '0')}`;
  const code = `${cooperative ? '93' : '91'}${countyCode}${body}${orgCodeCheck(body)}`;
  return `${code}${usccCheck(code)}`;
}

/** A valid EAN-13 of the prefix 699, which is China's and not in use. */
export function sampleGtin(serial: number): string {
  const body = `6990000${String(serial).padStart(5, '0')}`;
  return `${body}${gtinCheck(body)}`;
}

/** Classes of food that need a production licence: 食品生产许可分类目录. */
const FOOD_CLASSES: Readonly<Record<string, string>> = {
  grain: '101',
  oil: '102',
  condiment: '103',
  meat: '104',
  dairy: '105',
  beverage: '106',
  tea: '114',
  liquor: '115',
  egg: '119',
  snack: '124',
  honey: '126',
};

/** A valid food production licence number of the county; null for what needs none. */
export function sampleFoodLicence(category: string, countyCode: string, serial: number): string | null {
  const foodClass = FOOD_CLASSES[category];
  if (foodClass === undefined) return null;
  const body = `${foodClass}${countyCode}${String(9000 + serial)}`;
  return `SC${body}${mod1110CheckDigit(body)}`;
}

/** A mobile number that is plainly invented. */
export const sampleMobile = (serial: number): string => `1990000${String(serial).padStart(4, '0')}`;

const WAYBILLS: readonly (readonly [Carrier, string])[] = [
  ['SF', 'SF1900000'],
  ['YTO', 'YT1900000'],
  ['ZTO', '75900000'],
  ['JD', 'JDV1900000'],
  ['EMS', '1190000'],
  ['STO', '771900000'],
  ['JT', 'JT1900000'],
  ['YUNDA', '4690000'],
];

/** A waybill number of a carrier's form, invented. */
export function sampleWaybill(serial: number): { readonly carrier: Carrier; readonly waybill: string } {
  const [carrier, prefix] = WAYBILLS[serial % WAYBILLS.length] ?? ['SF', 'SF1900000'];
  return { carrier, waybill: `${prefix}${String(serial).padStart(6, '0')}` };
}
