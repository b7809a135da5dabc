/** The linter's reader of the import table in house.ts. */
import { relative } from 'node:path';
import { importFault } from './house.ts';

const root = new URL('../..', import.meta.url).pathname;

const importTable = {
  create(context) {
    const check = (node) => {
      const specifier = node.source?.value;
      if (typeof specifier !== 'string') return;
      const file = relative(root, context.filename).replaceAll('\\', '/');
      const fault = importFault(file, specifier);
      if (fault) context.report({ node: node.source, message: fault });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};

export default { meta: { name: 'house' }, rules: { 'import-table': importTable } };
