// Singly linked lists of escaping two-field nodes: allocation and pointer chasing.
// Argument: n (10000). Prints a sum over all lists.

func build(m, r) {
    var head
    for i := 1; i <= m; i++ { head = {value: (i * r) % 1009, next: head} }
    return head
}

func reverse(head) {
    var prev
    for head {
        nxt := head.next
        head.next = prev
        prev = head
        head = nxt
    }
    return prev
}

func evens(head) {
    var out
    for head {
        if head.value % 2 == 0 { out = {value: head.value, next: out} }
        head = head.next
    }
    return out
}

func sum(head) {
    s := 0
    for head {
        s = (s * 3 + head.value) % 1000003
        head = head.next
    }
    return s
}

func main(n) {
    total := 0
    for r := 1; r <= n; r++ {
        l := reverse(build(500, r))
        total = total + sum(l) + sum(evens(l))
    }
    print(string.format("%d", total))
}

main(tonumber(arg[1]) || 10000)
