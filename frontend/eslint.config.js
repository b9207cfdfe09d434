import vue from 'eslint-plugin-vue'
import a11y from 'eslint-plugin-vuejs-accessibility'
import ts from 'typescript-eslint'

// main → rooms → staff → ui, text, login → time, api. A room never imports another; testing may import all.
const ROOMS = ['site', 'booking', 'queue', 'message', 'partner', 'planning', 'event', 'account', 'figures', 'shell']
const TOP = ['App.vue', 'router', 'main']
const closedTo = {
  ...Object.fromEntries(ROOMS.map((room) => [room, [...ROOMS.filter((other) => other !== room), ...TOP]])),
  staff: [...ROOMS, ...TOP],
  ui: [...ROOMS, 'staff', 'login', ...TOP],
  text: [...ROOMS, 'staff', 'login', 'ui', ...TOP],
  login: [...ROOMS, 'staff', 'ui', 'text', ...TOP],
  time: [...ROOMS, 'staff', 'login', 'ui', 'text', 'api', ...TOP],
  api: [...ROOMS, 'staff', 'login', 'ui', 'text', 'time', ...TOP],
}
// What stands on other sites and on walls stands alone.
for (const closed of Object.values(closedTo)) closed.push('embed')
closedTo.embed = [...ROOMS, ...TOP]
/** Pages behind the login. All others are opened by anybody, on any phone. */
const STAFF = ['src/keeping/**', 
  'src/{account,figures,planning,register}/**',
  'src/{booking,event}/staff/**',
  'src/message/{calls,settings}/**',
  'src/partner/*.*',
  'src/partner/{people,report,session}/**',
  'src/queue/{board,late,paper,phone,settings,visit}/**',
  'src/site/closing/**',
]
const arrows = Object.entries(closedTo).map(([room, closed]) => ({
  files: [`src/${room}/**/*.{ts,vue}`],
  // A spec may set the scene with another room's stores, and stands on the harness.
  ignores: ['**/*.spec.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(@|\\.\\.(/\\.\\.)*)/(${[...closed, 'testing'].join('|')})(/|$)`,
            message: `${room}/ does not import from there.`,
          },
        ],
      },
    ],
  },
}))

export default ts.config(
  { ignores: ['dist/', 'src/api/schema.d.ts', 'test-results/', 'playwright-report/'] },
  ...ts.configs.recommended,
  ...vue.configs['flat/recommended'],
  ...a11y.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'no-undef': 'off',
      // Every word on a screen comes from text/, in both languages.
      'vue/no-bare-strings-in-template': ['error', { allowlist: ['(', ')', ',', '.', ':', '–', '/', '©', ', ', ' :', '·', ' · '] }],
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/require-default-prop': 'off',
      'vue/no-v-html': 'error',
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] }, allowChildren: true }],
      'vuejs-accessibility/form-control-has-label': 'off',
      // Not redundant: Safari drops the role of a list without bullets.
      'vuejs-accessibility/no-redundant-roles': 'off',
      'vuejs-accessibility/no-static-element-interactions': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,vue}'],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 200 }],
    },
  },
  {
    // A function does one thing. A suite is a list of them, and a fake server one table.
    files: ['src/**/*.{ts,vue}'],
    ignores: ['src/testing/**', '**/*.spec.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }] },
  },
  {
    // HTTP and the clock each have one home.
    files: ['src/**/*.{ts,vue}'],
    ignores: ['src/api/**', 'src/testing/**', 'src/**/*.spec.ts', 'src/time/clock.ts'],
    rules: {
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Only src/api speaks HTTP.' }, 'XMLHttpRequest', 'EventSource'],
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Use clock.now().' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Use clock.now().' },
      ],
    },
  },
  ...arrows,
  {
    // What hangs on a wall, stands at the door or is opened by a phone never loads the login.
    files: ['src/queue/{wall,kiosk,ticket,slip}/**/*.{ts,vue}'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: '/(login|site|booking|account|shell|board|testing)(/|$)', message: 'Public screens stand alone.' }] }],
    },
  },
  {
    files: ['src/partner/link/**/*.{ts,vue}'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: '/(login|site|booking|account|shell|queue|session|people|testing)(/|$)|api/partners$', message: 'The page of a link stands alone.' }] }],
    },
  },
  {
    // The cache of what staff read is too heavy for a first load; scripts/size.mjs looks at the built files, too.
    files: ['src/**/*.{ts,vue}'],
    ignores: [...STAFF, 'src/{staff,api,testing}/**', '**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [{ regex: '(^|/)staff(/|$)|^@tanstack/', message: 'Public pages do without what only staff need.' }] }],
    },
  },
  {
    files: [...STAFF, 'src/api/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [{ regex: '^@tanstack/', message: 'Only src/staff knows the library: use useRead or usePages.' }] }],
    },
  },
  { files: ['src/text/**', 'src/testing/**'], rules: { 'max-lines': 'off' } },
)
