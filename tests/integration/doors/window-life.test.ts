import { beforeEach, expect, it } from 'vitest';
import { followWindow } from '#electron/localhost/window-life.ts';
import type { WindowLife } from '#electron/localhost/window-life.ts';
import { handClock } from './localhost-fixture.ts';

let clock: ReturnType<typeof handClock>;
let said: string[];
let life: WindowLife;
beforeEach(() => {
  clock = handClock();
  said = [];
  life = followWindow(
    clock,
    () => said.push('link'),
    () => said.push('stop'),
  );
});

it('gives the link when no page has come in twenty seconds', () => {
  clock.pass(19_999);
  expect(said).toEqual([]);
  clock.pass(1);
  expect(said).toEqual(['link']);
});

it('stops ten seconds after window and pages have gone, not before', () => {
  life.connections(1);
  life.ended();
  clock.pass(60_000);
  life.connections(0);
  clock.pass(9_999);
  expect(said).toEqual([]);
  clock.pass(1);
  expect(said).toEqual(['stop']);
});

it('outlives a reload', () => {
  life.connections(1);
  life.ended();
  life.connections(0);
  clock.pass(9_999);
  life.connections(1);
  clock.pass(60_000);
  expect(said).toEqual([]);
});

it('outlives a browser that hands its window to one already running', () => {
  life.ended();
  clock.pass(5_000);
  life.connections(1);
  clock.pass(60_000);
  expect(said).toEqual([]);
});

it('goes on while the browser runs, pages or none', () => {
  life.connections(1);
  life.connections(0);
  clock.pass(600_000);
  expect(said).toEqual([]);
});

it('gives the link at once, and only then, when the browser cannot be started', () => {
  life.failed();
  clock.pass(60_000);
  expect(said).toEqual(['link']);
});
