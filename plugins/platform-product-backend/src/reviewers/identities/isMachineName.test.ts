import { isMachineName } from './isMachineName';

describe('isMachineName', () => {
  it.each([
    // Assistants, by the documentation of each.
    'GitLabDuo',
    'coderabbitai',
    'Copilot',
    'gemini-code-assist',
    'qodo-merge-pro',
    // Gates and helpers.
    'danger.bot',
    'sonarqube',
    'sonarqubecloud',
    'codecov-commenter',
    'snyk-bot',
    'k8s-ci-robot',
    'openshift-merge-bot',
    'renovate-bot',
    'backport-bot2',
    'dependabot[bot]',
    // docs.gitlab.com: names of project and group access tokens, and service accounts
    'project_12_bot_a1b2',
    'group_42_bot',
    'service_account_group_9_0f3a',
    'svc-deploy',
    // Accounts of their own that companies are told to make: docs.renovatebot.com, "Bot
    // account", and docs.sonarsource.com, "Setting up merge request decoration".
    'acme-renovate',
    'renovatebot',
    'sonarqube_reviews',
    'SonarQube.Acme',
    'CodeRabbit',
    'mergebot',
    'buildbot3',
    'jenkinsbot',
    'rustbot',
    'ci@example.com',
    'builds@example.com',
    // addresses
    'bot@renovateapp.com',
    'ci-bot@example.com',
    'noreply@github.com',
    'no-reply@example.com',
  ])('knows %s', name => {
    expect(isMachineName(name)).toBe(true);
  });

  it.each([
    'ada',
    'talbot',
    'bot',
    'abbott',
    'robot-maker',
    'sonar',
    'claudette',
    'bots',
    'claude',
    'percy',
    'mark.jenkins',
    'cabot',
    'arbot',
    'renovateur',
    'ci',
    'ben.build@example.com',
    'botond',
    'ana@bot.example.com',
    'rob.ot@example.com',
    'noreply',
  ])('takes %s for a person', name => {
    expect(isMachineName(name)).toBe(false);
  });
});
