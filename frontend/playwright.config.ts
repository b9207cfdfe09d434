import { defineConfig } from '@playwright/test'

// The real stack at BASE_URL, in Debian's Chromium. One worker and no retry: a test that fails now and then is a fault.
export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.e2e.ts',
  // Mails go out only where ./test has started a server for them; elsewhere they are kept on the machine.
  // The link of a first administrator is only where one starts with nothing.
  testIgnore: [...(process.env.MAILBOX_URL ? [] : ['smtp.e2e.ts', 'keycloak-*.e2e.ts']), ...(process.env.EMPTY_LINK ? [] : ['empty.e2e.ts'])],
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['html', { open: 'never' }]],
  use: {
    baseURL: process.env.BASE_URL ?? 'http://localhost:8080',
    locale: 'fr-FR',
    // Readers sit anywhere; what they read is the time of the house.
    timezoneId: 'America/New_York',
    viewport: { width: 390, height: 844 },
    // A trace records every step of every test, for the few that fail: only when somebody wants to see one (see README.md).
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 30_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-quic',
        '--no-first-run',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
