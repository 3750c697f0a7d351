/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The one C++ file of the library: Boost.Math, and what the C++ standard
 * library does better than C's. No exception and no std:: type leaves it.
 *
 * The policy keeps to double (no silent long double, whose width differs between
 * machines) and turns every error into a value, so nothing is thrown.
 */
#include "special.h"
#include "text.h"

#include <charconv>
#include <cmath>
#include <cstring>
#include <system_error>

#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>

namespace
{

namespace bp = boost::math::policies;

typedef bp::policy<bp::promote_double<false>, bp::promote_float<false>,
                   bp::domain_error<bp::ignore_error>, bp::pole_error<bp::ignore_error>,
                   bp::overflow_error<bp::ignore_error>, bp::underflow_error<bp::ignore_error>,
                   bp::denorm_error<bp::ignore_error>, bp::rounding_error<bp::ignore_error>,
                   bp::evaluation_error<bp::ignore_error>,
                   bp::indeterminate_result_error<bp::ignore_error>>
  mn_policy;

typedef boost::math::students_t_distribution<double, mn_policy> students_t;

const mn_policy policy;
const double sqrt2 = 1.41421356237309504880168872420969808;

} // namespace

double
mn_normal_quantile (double p)
{
  return -sqrt2 * boost::math::erfc_inv (2 * p, policy);
}

double
mn_normal_quantile_upper (double q)
{
  return sqrt2 * boost::math::erfc_inv (2 * q, policy);
}

double
mn_normal_upper (double x)
{
  return 0.5 * boost::math::erfc (x / sqrt2, policy);
}

double
mn_gamma_quantile (double shape,
                   double p)
{
  return boost::math::gamma_p_inv (shape, p, policy);
}

double
mn_gamma_quantile_upper (double shape,
                         double q)
{
  return boost::math::gamma_q_inv (shape, q, policy);
}

double
mn_gamma_lower (double shape,
                double x)
{
  return boost::math::gamma_p (shape, x, policy);
}

double
mn_gamma_upper (double shape,
                double x)
{
  return boost::math::gamma_q (shape, x, policy);
}

double
mn_gamma_ratio (double x,
                double delta)
{
  return boost::math::tgamma_delta_ratio (x, delta, policy);
}

double
mn_student_quantile_upper (double df,
                           double q)
{
  return -boost::math::quantile (students_t (df), q);
}

double
mn_student_two_sided (double t,
                      double df)
{
  /* Infinity squared over itself would be no number. */
  if (std::isinf (t))
    return 0;
  /* The argument that is not near 1, where it would lose what is small. */
  if (t * t < df)
    return boost::math::ibetac (0.5, df / 2, t * t / (df + t * t), policy);
  return boost::math::ibeta (df / 2, 0.5, df / (df + t * t), policy);
}

double
mn_beta_quantile (double a,
                  double b,
                  double p)
{
  return boost::math::ibeta_inv (a, b, p, policy);
}

double
mn_beta_quantile_upper (double a,
                        double b,
                        double q)
{
  return boost::math::ibetac_inv (a, b, q, policy);
}

double
mn_beta_lower (double a,
               double b,
               double x)
{
  return boost::math::ibeta (a, b, x, policy);
}

double
mn_beta_upper (double a,
               double b,
               double x)
{
  return boost::math::ibetac (a, b, x, policy);
}

int
mn_parse_double (const char *first,
                 const char *last,
                 double *value)
{
  const std::from_chars_result result = std::from_chars (first, last, *value);

  if (result.ptr != last || result.ec == std::errc::invalid_argument)
    return MN_NUMBER_NONE;
  if (result.ec != std::errc ())
    return MN_NUMBER_OUT_OF_RANGE;
  /* It takes "inf" and "nan", which are words. */
  return std::isfinite (*value) ? MN_NUMBER_DOUBLE : MN_NUMBER_NONE;
}

int
mn_print_double (double value,
                 char buffer[MN_DOUBLE_SIZE])
{
  const double size = std::fabs (value);
  const bool is_fixed = size == 0 || (size >= 1e-4 && size < 1e16);
  char *end;

  if (std::isnan (value))
    {
      /* Not "-nan": the sign of what is not a number says nothing. */
      std::memcpy (buffer, "nan", 3);
      return 3;
    }

  end = std::to_chars (buffer, buffer + MN_DOUBLE_SIZE, value,
                       is_fixed ? std::chars_format::fixed : std::chars_format::scientific)
          .ptr;
  if (is_fixed && !std::memchr (buffer, '.', static_cast<std::size_t> (end - buffer)))
    {
      *end++ = '.';
      *end++ = '0';
    }
  return static_cast<int> (end - buffer);
}
