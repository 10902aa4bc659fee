inf, nan := 1 / 0.0, 0.0 / 0
print(string.format("%f %e %g %s", inf, -inf, nan, inf))          // expect: +Inf -Inf NaN +Inf
print(string.format("%.2f %a", nan, inf))                         // expect: NaN +Inf
