// Jest as in every other run, but for what takes time: the rules need no browser.

module.exports = async () => ({
  ...(await require('@backstage/cli/config/jest')),
  testEnvironment: 'node',
  setupFiles: [require.resolve('./fewerRuns.cjs')],
});
