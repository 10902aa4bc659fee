// The same with node.
const text = require("fs").readFileSync(process.argv[4], "utf8");
let parsed = JSON.parse(text);
for (let i = 0; i < +process.argv[3]; i++) {
  if (process.argv[2] === "decode") parsed = JSON.parse(text);
  else JSON.stringify(parsed);
}
console.log(parsed.length);
