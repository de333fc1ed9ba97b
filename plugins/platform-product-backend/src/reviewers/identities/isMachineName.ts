/**
 * Accounts of machines that forges show as people, as their own documentation names them:
 * assistants that review, gates of quality, mergers, updaters and helpers of projects.
 */
const known = new Set(
  `
  coderabbitai gitlabduo gitlab-duo copilot cursor
  copilot-pull-request-reviewer copilot-swe-agent gemini-code-assist
  chatgpt-codex-connector devin-ai-integration sourcery-ai qodo-merge-pro
  qodo-code-review codiumai-pr-agent codiumai-pr-agent-pro greptile-apps
  ellipsis-dev amazon-q-developer graphite-app korbit-ai sweep-ai
  sonartech codecov-io
  codecov-commenter codeclimate codacy codacy-production
  deepsource-io deepsource-autofix deepscan-bot lgtm-com
  github-advanced-security github-code-quality snyk-io semgrep-app
  socket-security gitguardian mend-for-github-com whitesource-bolt houndci
  danger dependabot-preview pyup-bot scala-steward depfu imgbot
  allcontributors weblate crowdin transifex-integration github-actions
  web-flow mergify mergifyio kodiakhq bors bors-ng homu prow pre-commit-ci
  azure-pipelines travis-ci circleci gitlab-ci jenkins jenkins-x jenkins-ci
  teamcity zuul atlantis terraform-cloud vercel netlify cypress
  chromatic-com cla-assistant classistant claassistant google-cla
  linux-foundation-easycla easycla rust-highfive rust-timer
  rust-log-analyzer miss-islington bedevere-bot backstage-goalie
  service-account sentry-io stale probot release-please
  `
    .trim()
    .split(/\s+/),
);

/**
 * Products that companies run themselves, with an account that they name after it, with
 * something before or behind: such as `acme-renovate` or `sonarqube_reviews`.
 */
const products = new Set(
  `
  renovate dependabot greenkeeper sonarqube sonarcloud sonarqubecloud
  coderabbit coderabbitai gitlabduo codecov coveralls mergify
  `
    .trim()
    .split(/\s+/),
);

/** What people put before *bot* without anything in between. */
const tasks =
  /^(?:build|ci|cd|cicd|merge|release|deploy|review|test|lint|code|git|github|gitlab|dev|devops|auto|version|sync|doc|docs|issue|pr|mr|label|triage|backport|security|update|upgrade|format|style|i18n|changelog|sonar|jenkins|google|hound|rust|apache|mozilla)$/;

const endings = /[-_.\s](?:bot|robot)\d*$|\[bot\]$/;
/** GitLab's names of access tokens and service accounts, and what companies call theirs. */
const beginnings =
  /^(?:project|group)_\d+_bot|^(?:svc|service[-_]account)[-_]|^bot[-_]/;
/** Mailboxes that nobody reads, or a machine does. */
const mailboxes =
  /^(?:bot|(?:no|do-?not)-?reply|ci|cd|ci-?cd|builds?|automation|automated)$/;

/** Without the *bot* at its end, whatever is before it: `renovatebot`. */
function isNamedAfterTask(account: string): boolean {
  const [, task] = /^(\w+?)(?:bot|robot)\d*$/.exec(account) ?? [];
  return (
    task !== undefined &&
    (known.has(task) || products.has(task) || tasks.test(task))
  );
}

/**
 * Whether a login or an address is that of a machine, by its name alone. A person who is
 * called like one is to be found by other means.
 */
export function isMachineName(name: string): boolean {
  const [account, host] = name.trim().toLocaleLowerCase('en-US').split('@');
  return (
    known.has(account) ||
    account.split(/[-_.\s]/).some(part => products.has(part)) ||
    isNamedAfterTask(account) ||
    endings.test(account) ||
    beginnings.test(account) ||
    (host !== undefined && mailboxes.test(account))
  );
}
