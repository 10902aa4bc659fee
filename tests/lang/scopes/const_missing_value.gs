// expect syntax error: 2:7: missing value in const declaration
const k
