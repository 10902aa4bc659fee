// Every call has a frame.
func last() { error("E") }
func middle() { return last() }
func first() { return middle() }
first()
// exit: 1
// expect stderr: no_tail_calls.gs:2: E
// expect stderr: stack traceback:
// expect stderr: \tno_tail_calls.gs:2: in function 'last'
// expect stderr: \tno_tail_calls.gs:3: in function 'middle'
// expect stderr: \tno_tail_calls.gs:4: in function 'first'
// expect stderr: \tno_tail_calls.gs:5: in main chunk
