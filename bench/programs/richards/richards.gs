// Simulation of an operating system's scheduler: objects, queues and polymorphic tasks.
// Argument: n (50). Prints the packets queued and the tasks held over all runs.

const IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = 1, 2, 3, 4, 5, 6
const K_DEV, K_WORK = 0, 1

Packet := {}
Packet.__index = Packet
Packet.new = func(link, id, kind) {
    return setmetatable({link: link, id: id, kind: kind, pos: 0, data: {0, 0, 0, 0}}, Packet)
}
Packet.addTo = func(self, queue) {
    self.link = nil
    if !queue { return self }
    p := queue
    for p.link { p = p.link }
    p.link = self
    return queue
}

Tcb := {}
Tcb.__index = Tcb
Tcb.new = func(link, id, pri, queue, task) {
    return setmetatable({
        link: link, id: id, pri: pri, queue: queue, task: task,
        pending: queue != nil, waiting: true, held: false,
    }, Tcb)
}
Tcb.blocked = func(self) { return self.held || (self.waiting && !self.pending) }
Tcb.run = func(self) {
    var packet
    if self.waiting && self.pending && !self.held {
        packet = self.queue
        self.queue = packet.link
        self.waiting = false
        self.pending = self.queue != nil
    }
    return self.task:run(packet)
}
Tcb.checkPriorityAdd = func(self, other, packet) {
    if !self.queue {
        self.queue = packet
        self.pending = true
        if self.pri > other.pri { return self }
    } else {
        self.queue = packet:addTo(self.queue)
    }
    return other
}

Scheduler := {}
Scheduler.__index = Scheduler
Scheduler.new = func() {
    return setmetatable({list: nil, current: nil, currentId: 0, blocks: {}, queueCount: 0, holdCount: 0}, Scheduler)
}
Scheduler.add = func(self, id, pri, queue, task) {
    t := Tcb.new(self.list, id, pri, queue, task)
    self.list = t
    self.blocks[id] = t
    return t
}
Scheduler.schedule = func(self) {
    self.current = self.list
    for self.current {
        c := self.current
        if c:blocked() {
            self.current = c.link
        } else {
            self.currentId = c.id
            self.current = c:run()
        }
    }
}
Scheduler.release = func(self, id) {
    t := self.blocks[id]
    if !t { return t }
    t.held = false
    if t.pri > self.current.pri { return t }
    return self.current
}
Scheduler.hold = func(self) {
    self.holdCount++
    self.current.held = true
    return self.current.link
}
Scheduler.suspend = func(self) {
    self.current.waiting = true
    return self.current
}
Scheduler.send = func(self, packet) {
    t := self.blocks[packet.id]
    if !t { return t }
    self.queueCount++
    packet.link = nil
    packet.id = self.currentId
    return t:checkPriorityAdd(self.current, packet)
}

Idle := {}
Idle.__index = Idle
Idle.run = func(self, packet) {
    self.count--
    if self.count == 0 { return self.sched:hold() }
    if self.seed % 2 == 0 {
        self.seed = self.seed / 2
        return self.sched:release(DEVICE_A)
    }
    self.seed = (self.seed - 1) / 2 ^ 0xD008
    return self.sched:release(DEVICE_B)
}

Device := {}
Device.__index = Device
Device.run = func(self, packet) {
    if !packet {
        v := self.saved
        if !v { return self.sched:suspend() }
        self.saved = nil
        return self.sched:send(v)
    }
    self.saved = packet
    return self.sched:hold()
}

Worker := {}
Worker.__index = Worker
Worker.run = func(self, packet) {
    if !packet { return self.sched:suspend() }
    if self.dest == HANDLER_A { self.dest = HANDLER_B } else { self.dest = HANDLER_A }
    packet.id = self.dest
    packet.pos = 0
    data := packet.data
    for i := 1; i <= 4; i++ {
        self.letter++
        if self.letter > 26 { self.letter = 1 }
        data[i] = self.letter
    }
    return self.sched:send(packet)
}

Handler := {}
Handler.__index = Handler
Handler.run = func(self, packet) {
    if packet {
        if packet.kind == K_WORK {
            self.work = packet:addTo(self.work)
        } else {
            self.dev = packet:addTo(self.dev)
        }
    }
    w := self.work
    if w {
        pos := w.pos
        if pos < 4 {
            d := self.dev
            if d {
                self.dev = d.link
                d.pos = w.data[pos + 1]
                w.pos = pos + 1
                return self.sched:send(d)
            }
        } else {
            self.work = w.link
            return self.sched:send(w)
        }
    }
    return self.sched:suspend()
}

func simulate() {
    s := Scheduler.new()
    s:add(IDLE, 0, nil, setmetatable({sched: s, seed: 1, count: 10000}, Idle)).waiting = false
    q := Packet.new(nil, WORKER, K_WORK)
    q = Packet.new(q, WORKER, K_WORK)
    s:add(WORKER, 1000, q, setmetatable({sched: s, dest: HANDLER_A, letter: 0}, Worker))
    q = Packet.new(nil, DEVICE_A, K_DEV)
    q = Packet.new(q, DEVICE_A, K_DEV)
    q = Packet.new(q, DEVICE_A, K_DEV)
    s:add(HANDLER_A, 2000, q, setmetatable({sched: s, work: nil, dev: nil}, Handler))
    q = Packet.new(nil, DEVICE_B, K_DEV)
    q = Packet.new(q, DEVICE_B, K_DEV)
    q = Packet.new(q, DEVICE_B, K_DEV)
    s:add(HANDLER_B, 3000, q, setmetatable({sched: s, work: nil, dev: nil}, Handler))
    s:add(DEVICE_A, 4000, nil, setmetatable({sched: s, saved: nil}, Device))
    s:add(DEVICE_B, 5000, nil, setmetatable({sched: s, saved: nil}, Device))
    s:schedule()
    return s.queueCount, s.holdCount
}

func main(n) {
    a, b := 0, 0
    for i := 1; i <= n; i++ {
        q, h := simulate()
        a, b = a + q, b + h
    }
    print(string.format("%d %d", a, b))
}

main(tonumber(arg[1]) || 50)
