import tseslint from 'typescript-eslint'
import reactHooks from 'eslint-plugin-react-hooks'

const electronFiles = [
  'electron/app/**/*.ts',
  'electron/ipc/**/*.ts',
  'electron/main.ts',
  'electron/preload.ts',
  'electron/**/*-preload.ts',
  'electron/**/*-electron.ts',
]

export default tseslint.config(
  { ignores: ['out/**', 'node_modules/**', 'test/fixtures/**', 'resources/**', 'electron/host/dist/**'] },
  {
    files: ['{shared,renderer,electron,backbone,test}/**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a const object and a union.' },
        {
          selector: 'ExportAllDeclaration',
          message: 'No barrels: import the module that declares the name.',
        },
      ],
      'no-console': 'error',
    },
  },
  {
    files: ['electron/**/*.ts'],
    ignores: electronFiles,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'electron', message: 'Only electron/app, ipc, main, preload and *-electron.ts.' }],
        },
      ],
    },
  },
  {
    files: ['renderer/**/*.tsx', 'renderer/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/unbound-method': 'off' },
  },
  {
    files: ['electron/cli/**', 'electron/launch/**', 'test/tour/**', 'test/bench/**'],
    rules: { 'no-console': 'off' },
  },
)
