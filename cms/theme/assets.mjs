// Compile the stylesheet and put the scripts beside it, in build/theme/theme/.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const frontend = join(root, "node_modules", "govuk-frontend", "dist", "govuk");
const target = join(root, "build", "theme", "theme");

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });

const { css } = sass.compile(join(here, "sass", "site.scss"), {
  loadPaths: [join(root, "node_modules")],
  style: "compressed",
});
writeFileSync(join(target, "site.css"), css);

// One module: the package's own, and then what starts it.
const library = readFileSync(join(frontend, "govuk-frontend.min.js"), "utf8");
const start = readFileSync(join(here, "scripts", "start.js"), "utf8");
const withoutMap = library.replace(/\/\/# sourceMappingURL=.*$/m, "");
writeFileSync(join(target, "site.js"), `${withoutMap}\n${start}`);
const files = ["supported.js", "read-aloud.js", "alerts.js", "share.js", "video.js", "mark.svg", "mark.ico"];
for (const name of files) {
  copyFileSync(join(here, "scripts", name), join(target, name));
}
