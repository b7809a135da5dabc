import { defineConfig } from '@playwright/test';
import { findTestBrowser } from './support/browser.ts';

const browser = await findTestBrowser();
const json = process.env['PW_JSON'];

export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  // Both end what hangs, on the slowest machine that still gets through: no test is held to a time of its own.
  timeout: 600_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ...(json === undefined ? [] : [['json', { outputFile: json }] as const])],
  use: {
    browserName: 'chromium',
    actionTimeout: 30_000,
    headless: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(browser.executablePath === undefined ? {} : { executablePath: browser.executablePath }),
      args: [...browser.args],
      env: { ...browser.env },
    },
  },
});
