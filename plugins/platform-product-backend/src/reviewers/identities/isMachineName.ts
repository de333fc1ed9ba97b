/**
 * Accounts of machines that forges show as people, as their own documentation names them:
 * assistants that review, gates of quality, mergers, updaters and helpers of projects.
 */
const known = new Set(
  `
  coderabbitai gitlabduo gitlab-duo copilot claude cursor
  copilot-pull-request-reviewer copilot-swe-agent gemini-code-assist
  chatgpt-codex-connector devin-ai-integration sourcery-ai qodo-merge-pro
  qodo-code-review codiumai-pr-agent codiumai-pr-agent-pro greptile-apps
  ellipsis-dev amazon-q-developer graphite-app korbit-ai sweep-ai sonarqube
  sonarcloud sonarqubecloud sonarqube-cloud sonartech codecov codecov-io
  codecov-commenter coveralls codeclimate codacy codacy-production
  deepsource-io deepsource-autofix deepscan-bot lgtm-com
  github-advanced-security github-code-quality snyk-io semgrep-app
  socket-security gitguardian mend-for-github-com whitesource-bolt houndci
  houndci-bot danger renovate dependabot dependabot-preview
  dependabot-gitlab greenkeeper pyup-bot scala-steward depfu imgbot
  allcontributors weblate crowdin transifex-integration github-actions
  web-flow mergify mergifyio kodiakhq bors bors-ng homu prow pre-commit-ci
  azure-pipelines travis-ci circleci jenkins jenkins-x teamcity zuul
  atlantis terraform-cloud vercel netlify cypress percy chromatic-com
  cla-assistant classistant claassistant googlebot google-cla
  linux-foundation-easycla easycla rust-highfive rustbot rust-timer
  rust-log-analyzer triagebot miss-islington bedevere-bot backstage-goalie
  service-account sentry-io stale probot release-please semantic-release-bot
  `
    .trim()
    .split(/\s+/),
);

const endings = /[-_.\s](?:bot|robot)\d*$|\[bot\]$/;
/** GitLab's names of access tokens and service accounts, and what companies call theirs. */
const beginnings =
  /^(?:project|group)_\d+_bot|^(?:svc|service[-_]account)[-_]|^bot[-_]/;
/** Mailboxes that nobody reads, or a machine does. */
const mailboxes = /^(?:bot|(?:no|do-?not)-?reply)$/;

/**
 * Whether a login or an address is that of a machine, by its name alone. A person who is
 * called like one is to be found by other means.
 */
export function isMachineName(name: string): boolean {
  const [account, host] = name.trim().toLocaleLowerCase('en-US').split('@');
  return (
    known.has(account) ||
    endings.test(account) ||
    beginnings.test(account) ||
    (host !== undefined && mailboxes.test(account))
  );
}
