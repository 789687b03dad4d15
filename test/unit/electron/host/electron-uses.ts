import path from 'node:path'
import ts from 'typescript'

/** One use of something that Electron's types declare. */
export interface ElectronUse {
  /** `App.whenReady`, `WebContents#will-navigate` (an event), `exports.app`. */
  name: string
  where: string
}

const LISTENING = new Set(['on', 'once', 'off', 'addListener', 'removeListener', 'removeAllListeners'])
const root = path.resolve(import.meta.dirname, '../../../..')
const shape: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2024,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  types: ['node'],
}

function isElectron(declaration: ts.Declaration): boolean {
  return declaration.getSourceFile().fileName.endsWith('/electron/electron.d.ts')
}

/** The type that declares a member, when Electron does. */
function declaringType(symbol: ts.Symbol | undefined): string | undefined {
  const declaration = symbol?.declarations?.find(isElectron)
  const owner = declaration?.parent
  if (!owner || !(ts.isInterfaceDeclaration(owner) || ts.isClassDeclaration(owner))) return undefined
  return owner.name?.text.replace(/^BaseWindow/, 'BrowserWindow')
}

/** Every use of Electron's API in these files; `sources` stands in for files that are not on disk. */
export function electronUses(
  files: readonly string[],
  sources: ReadonlyMap<string, string> = new Map(),
): ElectronUse[] {
  const host = ts.createCompilerHost(shape)
  const { readFile, fileExists } = host
  host.readFile = (file) => sources.get(file) ?? readFile(file)
  host.fileExists = (file) => sources.has(file) || fileExists(file)
  const program = ts.createProgram([...files, ...sources.keys()], shape, host)
  const checker = program.getTypeChecker()
  const uses: ElectronUse[] = []

  function visit(node: ts.Node): void {
    if (ts.isTypeNode(node)) return
    const add = (name: string): void => {
      const file = node.getSourceFile()
      const { line } = file.getLineAndCharacterOfPosition(node.getStart())
      uses.push({ name, where: `${path.relative(root, file.fileName)}:${line + 1}` })
    }
    const member = (symbol: ts.Symbol | undefined): void => {
      const owner = declaringType(symbol)
      if (owner && symbol) add(`${owner}.${symbol.name}`)
    }
    if (ts.isPropertyAccessExpression(node)) member(checker.getSymbolAtLocation(node.name))
    if (ts.isObjectLiteralExpression(node)) {
      const contextual = checker.getContextualType(node)
      const expected = contextual && checker.getNonNullableType(contextual)
      for (const property of node.properties) {
        if (property.name && ts.isIdentifier(property.name)) member(expected?.getProperty(property.name.text))
      }
    }
    if (ts.isObjectBindingPattern(node)) {
      const type = checker.getTypeAtLocation(node)
      for (const { propertyName, name } of node.elements)
        member(type.getProperty((propertyName ?? name).getText()))
    }
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const [event] = node.arguments
      const receiver = checker.getTypeAtLocation(node.expression.expression).symbol as ts.Symbol | undefined
      if (
        LISTENING.has(node.expression.name.text) &&
        event &&
        ts.isStringLiteral(event) &&
        receiver?.declarations?.some(isElectron)
      ) {
        add(`${receiver.name}#${event.text}`)
      }
    }
    if (ts.isImportDeclaration(node) && (node.moduleSpecifier as ts.StringLiteral).text === 'electron') {
      const names = node.importClause?.namedBindings
      const isTypes = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      if (!isTypes && names && ts.isNamedImports(names)) {
        for (const { isTypeOnly, propertyName, name } of names.elements) {
          if (!isTypeOnly) add(`exports.${(propertyName ?? name).text}`)
        }
      } else if (!isTypes) add('exports.*')
    }
    ts.forEachChild(node, visit)
  }

  const asked = new Set([...files, ...sources.keys()])
  for (const file of program.getSourceFiles()) if (asked.has(file.fileName)) visit(file)
  return uses
}
