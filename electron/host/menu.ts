type Template = Electron.MenuItemConstructorOptions[]

let applicationMenu: Menu | null = null

/** Kept, never drawn: the page draws the menu. */
export class Menu {
  readonly items: Template

  private constructor(items: Template) {
    this.items = items
  }

  static buildFromTemplate(template: Template): Menu {
    return new Menu(template)
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu
  }
}
