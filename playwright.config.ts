import { defineConfig } from '@playwright/test';

const port = 7107;

/** The app, built, against the real backend on a database of its own. */
export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  outputDir: 'temp/e2e-report',
  webServer: {
    command: 'node scripts/e2eBackend.mjs',
    env: { E2E_PORT: String(port) },
    url: `http://localhost:${port}/.backstage/health/v1/readiness`,
    timeout: 120_000,
    reuseExistingServer: false,
    // It has a folder to remove.
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
