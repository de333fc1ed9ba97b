// Texts that only the OpenAPI document shows are not behaviour.

import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const documenting = new Set(['summary', 'description']);

function isDocumentation(path) {
  const { parentPath } = path;
  if (!path.isStringLiteral() && !path.isTemplateLiteral()) return false;
  if (parentPath.isObjectProperty()) {
    return documenting.has(parentPath.node.key.name);
  }
  return (
    parentPath.isCallExpression() &&
    parentPath.node.callee.property?.name === 'describe'
  );
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'documentation', {
    shouldIgnore: path => (isDocumentation(path) ? 'documentation' : undefined),
  }),
];
