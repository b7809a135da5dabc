import type { Position } from './photo-warnings.ts';

/** A province, as far as a place can be held against it. */
export interface Province {
  readonly zh: string;
  readonly en: string;
  /** The smallest box around it, in degrees. */
  readonly box: readonly [west: number, south: number, east: number, north: number];
}

const province = (zh: string, en: string, box: Province['box']): Province => ({ zh, en, box });

/**
 * The provinces of the mainland by the first two digits of a division's code (GB/T 2260), as in the division data.
 *
 * Boxes of the outlines in Apache ECharts 4.9.0 (`map/json/china.json` and `map/json/province`, Apache-2.0),
 * rounded outwards to a hundredth of a degree; Hainan's reaches over 三沙市. That map may be shifted by up to a
 * kilometre against WGS 84 (GCJ-02), far less than {@link BORDER_KM}.
 */
export const PROVINCES: Readonly<Record<string, Province>> = {
  '11': province('北京市', 'Beijing', [115.42, 39.44, 117.52, 41.07]),
  '12': province('天津市', 'Tianjin', [116.7, 38.55, 118.07, 40.26]),
  '13': province('河北省', 'Hebei', [113.46, 36.04, 119.88, 42.63]),
  '14': province('山西省', 'Shanxi', [110.23, 34.58, 114.57, 40.74]),
  '15': province('内蒙古自治区', 'Inner Mongolia', [97.17, 37.4, 126.08, 53.34]),
  '21': province('辽宁省', 'Liaoning', [118.84, 38.72, 125.8, 43.5]),
  '22': province('吉林省', 'Jilin', [121.64, 40.86, 131.33, 46.31]),
  '23': province('黑龙江省', 'Heilongjiang', [121.18, 43.42, 135.1, 53.57]),
  '31': province('上海市', 'Shanghai', [120.85, 30.67, 122.02, 31.88]),
  '32': province('江苏省', 'Jiangsu', [116.36, 30.75, 121.98, 35.13]),
  '33': province('浙江省', 'Zhejiang', [118.02, 27.04, 122.96, 31.18]),
  '34': province('安徽省', 'Anhui', [114.88, 29.39, 119.65, 34.66]),
  '35': province('福建省', 'Fujian', [115.85, 23.52, 120.73, 28.32]),
  '36': province('江西省', 'Jiangxi', [113.57, 24.48, 118.49, 30.08]),
  '37': province('山东省', 'Shandong', [114.81, 34.37, 122.72, 38.41]),
  '41': province('河南省', 'Henan', [110.36, 31.38, 116.66, 36.37]),
  '42': province('湖北省', 'Hubei', [108.36, 29.03, 116.14, 33.28]),
  '43': province('湖南省', 'Hunan', [108.79, 24.63, 114.27, 30.13]),
  '44': province('广东省', 'Guangdong', [109.65, 20.21, 117.32, 25.52]),
  '45': province('广西壮族自治区', 'Guangxi', [104.45, 20.89, 112.07, 26.39]),
  '46': province('海南省', 'Hainan', [108.58, 3.83, 117.85, 20.17]),
  '50': province('重庆市', 'Chongqing', [105.29, 28.16, 110.21, 32.21]),
  '51': province('四川省', 'Sichuan', [97.34, 26.04, 108.55, 34.32]),
  '52': province('贵州省', 'Guizhou', [103.6, 24.61, 109.6, 29.23]),
  '53': province('云南省', 'Yunnan', [97.52, 21.14, 106.2, 29.23]),
  '54': province('西藏自治区', 'Xizang', [78.39, 26.85, 99.12, 36.49]),
  '61': province('陕西省', 'Shaanxi', [105.49, 31.7, 111.25, 39.59]),
  '62': province('甘肃省', 'Gansu', [92.33, 32.59, 108.72, 42.8]),
  '63': province('青海省', 'Qinghai', [89.4, 31.59, 103.08, 39.21]),
  '64': province('宁夏回族自治区', 'Ningxia', [104.28, 35.23, 107.67, 39.39]),
  '65': province('新疆维吾尔自治区', 'Xinjiang', [73.5, 34.33, 96.39, 49.19]),
};

/** How far beyond its box a place may still be of a province: people work across borders, and outlines are simplified. */
const BORDER_KM = 30;
const DEGREE_KM = 111.32;

/** The province a division lies in; null for a code that names none. */
export const provinceOf = (divisionCode: string): Province | null => PROVINCES[divisionCode.slice(0, 2)] ?? null;

/** Whether a place surely lies outside a province. Coarse: a place of a neighbour may lie in the box. */
export function isOutside({ latitude, longitude }: Position, { box: [west, south, east, north] }: Province): boolean {
  const up = BORDER_KM / DEGREE_KM;
  const along = up / Math.cos((latitude * Math.PI) / 180);
  return latitude < south - up || latitude > north + up || longitude < west - along || longitude > east + along;
}

/** Whether a place is the origin of the grid, which is what a device writes that does not know where it is. */
export const isNowhere = ({ latitude, longitude }: Position): boolean => latitude === 0 && longitude === 0;
