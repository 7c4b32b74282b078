import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where Debian and others put it; KUASHENG_CHROMIUM names another one. */
const PLACES = [process.env['KUASHENG_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** A Chromium of this machine; undefined where there is none. Nothing is downloaded. */
export const chromiumHere = (): string | undefined => PLACES.find((path) => path !== undefined && existsSync(path));

/** Opens it without a screen. Its own sandbox does not work for root, as in CI. */
export const openBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: ['--no-sandbox', '--lang=zh-CN'] });
