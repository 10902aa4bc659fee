// Evaluates expressions: gscript examples/calculator.gs ["EXPRESSION" ...]
//
// Text becomes tokens, tokens a tree by precedence climbing, and the tree a value. Without arguments it works through
// some samples and shows the tree of the last.

// --- Tokens

func tokenize(text) {
    tokens, at := {}, 1
    for at <= #text {
        _, after := text:find("^%s+", at)
        if after { at = after + 1 }
        if at > #text { break }
        kind := nil
        for _, rule := range {{"number", "^%d+%.?%d*"}, {"name", "^%a%w*"}, {"operator", "^[-+*/%^%%(),=]"}} {
            first, last := text:find(rule[2], at)
            if first {
                kind = rule[1]
                append(tokens, {kind: kind, text: text:sub(first, last), column: first})
                at = last + 1
                break
            }
        }
        if !kind { error("column " .. at .. ": unexpected '" .. text:sub(at, at) .. "'") }
    }
    append(tokens, {kind: "end", text: "end of input", column: #text + 1})
    return tokens
}

// --- Trees

levels := {["+"]: 1, ["-"]: 1, ["*"]: 2, ["/"]: 2, ["%"]: 2, ["^"]: 4}
const sign_level = 3

func parse(text) {
    tokens, at := tokenize(text), 1

    func peek() { return tokens[at].text }
    func advance() {
        at++
        return tokens[at - 1]
    }
    func expect(wanted) {
        token := advance()
        if token.text != wanted {
            error("column " .. token.column .. ": expected '" .. wanted .. "', found '" .. token.text .. "'")
        }
    }

    func arguments() {
        list := {}
        expect("(")
        for peek() != ")" {
            append(list, expression(1))
            if peek() != ")" { expect(",") }
        }
        expect(")")
        return list
    }

    func operand() {
        token := advance()
        switch {
        case token.kind == "number":
            return {kind: "number", value: tonumber(token.text)}
        case token.kind == "name" && peek() == "(":
            return {kind: "call", name: token.text, arguments: arguments()}
        case token.kind == "name":
            return {kind: "name", name: token.text}
        case token.text == "-":
            return {kind: "negate", of: expression(sign_level)}
        case token.text == "(":
            inner := expression(1)
            expect(")")
            return inner
        }
        error("column " .. token.column .. ": expected a value, found '" .. token.text .. "'")
    }

    // Operands joined by operators of at least this level; '^' groups to the right.
    func expression(lowest) {
        left := operand()
        for {
            operator := peek()
            level := levels[operator]
            if !level || level < lowest { return left }
            advance()
            right := expression(operator == "^" && level || level + 1)
            left = {kind: "binary", operator: operator, left: left, right: right}
        }
    }

    target := tokens[1].kind == "name" && tokens[2].text == "=" && tokens[1].text
    if target { at = 3 }
    tree := expression(1)
    expect("end of input")
    return target && {kind: "assign", name: target, value: tree} || tree
}

// --- Values

functions := {
    sqrt: math.sqrt, abs: math.abs, max: math.max, min: math.min, round: math.round,
    sum: func(values...) { return table.reduce(values, func(a, b) { return a + b }, 0) },
}

operators := {
    ["+"]: func(a, b) { return a + b },
    ["-"]: func(a, b) { return a - b },
    ["*"]: func(a, b) { return a * b },
    ["/"]: func(a, b) { return a / b },
    ["%"]: func(a, b) { return a % b },
    ["^"]: func(a, b) { return a ** b },
}

func evaluate(tree, variables) {
    switch tree.kind {
    case "number":
        return tree.value
    case "name":
        value := variables[tree.name]
        if value == nil { error("unknown name '" .. tree.name .. "'") }
        return value
    case "negate":
        return -evaluate(tree.of, variables)
    case "binary":
        return operators[tree.operator](evaluate(tree.left, variables), evaluate(tree.right, variables))
    case "call":
        f := functions[tree.name]
        if !f { error("unknown function '" .. tree.name .. "'") }
        return f(table.map(tree.arguments, func(a) { return evaluate(a, variables) })...)
    case "assign":
        variables[tree.name] = evaluate(tree.value, variables)
        return variables[tree.name]
    }
}

samples := {"1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "r = 1.5", "area = pi * r ^ 2", "round(area * 100) / 100",
    "sum(1, 2, max(3, 4))", "7 / 0", "2 * (3 + ", "1 $ 2", "nosuch + 1"}

inputs := #arg > 0 && arg || samples
variables := {pi: math.pi, e: math.exp(1)}
for _, text := range inputs {
    ok, result := pcall(func() { return evaluate(parse(text), variables) })
    print(ok && text .. " = " .. result || text .. ": " .. result)
}
if #arg == 0 { print(json.pretty(parse("-x * 2"))) }
