// A pool of workers with a bounded queue, results in order, time-outs and orderly shutdown: gscript examples/worker_pool.gs
//
// Goroutines share one thread, so counters need no locks; channels carry the work.

Pool := {}
Pool.__index = Pool

func new_pool(workers, queue_size) {
    pool := setmetatable({
        jobs: make(chan, queue_size),
        running: sync.waitgroup(),
        done_by: {},
    }, Pool)
    for id := 1; id <= workers; id++ {
        pool.done_by[id] = 0
        pool.running:add(1)
        go pool:work(id)
    }
    return pool
}

// One worker: takes jobs until the queue is closed. A job that fails must not end the worker.
Pool.work = func(self, id) {
    defer self.running:done()
    for job := range self.jobs {
        ok, result := pcall(job.run)
        self.done_by[id]++
        job.answer <- {ok: ok, value: result}
    }
}

// Puts f into the queue, waiting while that is full; a channel for its answer. The answer waits in the channel's buffer, so
// a worker never hangs on somebody who lost interest.
Pool.submit = func(self, f) {
    answer := make(chan, 1)
    self.jobs <- {run: f, answer: answer}
    return answer
}

Pool.shutdown = func(self) {
    close(self.jobs)
    self.running:wait()
}

// f(x) for every x of a list, at once, with the results in the order of the list.
Pool.map = func(self, list, f) {
    answers := make(chan, #list)
    go func() {
        for _, x := range list { answers <- self:submit(func() { return f(x) }) }
        close(answers)
    }()
    results := {}
    for answer := range answers { append(results, <-answer) }
    return results
}

// The answer, or nil and "timeout".
func wait_for(answer, seconds) {
    select {
    case result := <-answer:
        if result.ok { return result.value }
        return nil, result.value
    case <-time.after(seconds):
        return nil, "timeout"
    }
}

func is_prime(n) {
    if n < 2 { return false }
    for d := 2; d * d <= n; d++ {
        if n % d == 0 { return false }
    }
    return true
}

func count_primes(first) {
    count := 0
    for n := first; n < first + 1000; n++ {
        if is_prime(n) { count++ }
        if n % 100 == 0 { sched.yield() }
    }
    return count
}

pool := new_pool(4, 8)

ranges := {}
for i := range 20 { append(ranges, i * 1000) }
counts := pool:map(ranges, count_primes)
print("primes below 20000:", table.reduce(counts, func(sum, r) { return sum + r.value }, 0))
print("in the first three thousands:", counts[1].value, counts[2].value, counts[3].value)

print("failing job:", wait_for(pool:submit(func() { error("no such record") }), 1))
print("slow job:", wait_for(pool:submit(func() { time.sleep(0.2) }), 0.02))
print("after that:", wait_for(pool:submit(func() { return "still at work" }), 1))

pool:shutdown()
total := table.reduce(pool.done_by, func(sum, n) { return sum + n }, 0)
print("jobs done:", total, "every worker worked:", sort.min(pool.done_by) > 0)
